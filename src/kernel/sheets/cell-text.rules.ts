import { PlainDate } from '#kernel/contract/dates.ts'

/**
 * A number as a person means it: no exponent, no grouping, a point before decimals. Fifteen significant digits, as spreadsheet programs
 * keep, and at most six decimals, so that what calculation left behind (1200.0000001) does not show.
 */
export function numberText(value: number): string {
  const kept = Number(value.toPrecision(15))
  if (Number.isInteger(kept)) return BigInt(kept).toString()
  const wholeDigits = Math.trunc(Math.abs(kept)).toString().length
  const [whole, decimals = ''] = kept.toFixed(Math.min(6, 15 - wholeDigits)).split('.')
  const shown = decimals.replace(/0+$/, '')
  if (shown !== '') return `${whole}.${shown}`
  return whole === '-0' ? '0' : whole!
}

/** A text cell: a day typed as offices write it (`5/1/2024`, day first) as `2024-01-05`; everything else untouched. */
export function typedText(text: string): string {
  if (text.length > 10) return text
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  if (!year) return text
  const date = PlainDate.safeParse(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`)
  return date.success ? date.data : text
}

const escaped = /_x([0-9A-Fa-f]{4})_/g
// What XML cannot hold, and the return, which it would change. An underscore is escaped where an escape would seem to begin with it.
const unkeepable = /(?![\t\n])[\p{Cc}\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}[_\p{Cc}\uFFFE\uFFFF])/gu

/** Takes off the escapes by which XLSX writes characters that XML cannot hold: `_x000D_` is a return (ECMA-376 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** A text as XML content of an XLSX cell; what `unescaped` and an XML reader turn back. Half characters become U+FFFD. */
export function asXml(text: string): string {
  return text
    .toWellFormed()
    .replace(unkeepable, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
