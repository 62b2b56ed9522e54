import { useMemo } from 'react'
import { formatDate, type PlainDate } from '#kernel/contract/dates.ts'
import { formatNumber, type Language, say, type TextParams, type Texts } from '#kernel/contract/text.ts'
import { usePreferences } from './preferences.ts'

/** Says a text of one module in the person's language. */
export type Say<K extends string> = (key: K, params?: TextParams) => string

/** `const t = useText(texts); t('tree.title', { count: 60 })`. Numbers in `params` are written as the language writes them. */
export function useText<K extends string>(texts: Texts<K>): Say<K> {
  const { language } = usePreferences()
  return useMemo(() => (key, params) => say(texts, language, key, params), [texts, language])
}

/** The language chosen. */
export function useLanguage(): Language {
  return usePreferences().language
}

/** How dates and numbers are written here. */
export interface Formats {
  /** 78.432 in Vietnamese, 78,432 in English. */
  readonly number: (value: number) => string
  /** 94,2% from 0.942; at most one digit after the comma. */
  readonly percent: (share: number) => string
  /** 15/01/2024 in both languages. */
  readonly date: (date: PlainDate) => string
  /** 15/01/2024 08:30 in this browser's zone, from an ISO instant. */
  readonly moment: (instant: string) => string
}

/** Numbers, shares, dates and moments as the chosen language writes them. */
export function useFormats(): Formats {
  const language = useLanguage()
  return useMemo(() => formatsOf(language), [language])
}

/** The formats of a language, outside React. */
export function formatsOf(language: Language): Formats {
  const share = new Intl.NumberFormat(language === 'vi' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 1 })
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    number: (value) => formatNumber(value, language),
    percent: (value) => `${share.format(value * 100)}%`,
    date: formatDate,
    moment: (instant) => {
      const at = new Date(instant)
      return `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()} ${two(at.getHours())}:${two(at.getMinutes())}`
    },
  }
}
