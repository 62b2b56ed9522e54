/** The two languages of the product; Vietnamese is the first. */
export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

/** Values for the `{name}` places of a text. */
export type TextParams = Readonly<Record<string, string | number>>

/** The texts of one module in both languages; the types make a missing one fail to compile. */
export interface Texts<K extends string = string> {
  readonly vi: Readonly<Record<K, string>>
  readonly en: Readonly<Record<K, string>>
}

/** Binds a module's two text tables together. */
export function textsOf<K extends string>(vi: Readonly<Record<K, string>>, en: Readonly<Record<K, string>>): Texts<K> {
  return { vi, en }
}

/** Fills the `{name}` places of a text; numbers are written as the language writes them (78.432 / 78,432). */
export function fill(text: string, language: Language, params: TextParams = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? formatNumber(value, language) : value
  })
}

/** A number as the language writes it. */
export function formatNumber(value: number, language: Language): string {
  return value.toLocaleString(language === 'vi' ? 'de-DE' : 'en-GB')
}

/** The text of a key in a language, its places filled. */
export function say<K extends string>(texts: Texts<K>, language: Language, key: K, params?: TextParams): string {
  return fill(texts[language][key], language, params)
}
