import { typedText } from './cell-text.rules.ts'
import { unguarded } from './formula-guard.rules.ts'
import { placeOf } from './place.rules.ts'
import type { Sheet, SheetLimits } from './sheet.ts'
import { SheetRefused } from './sheet-refused.ts'
import { tableOf } from './table.ts'

const separators = [',', ';', '\t'] as const
/** How many records are looked at to find the separator. */
const lookedAt = 20

/**
 * Reads a CSV file: UTF-8, or UTF-16 with its mark; the separator is found by looking, quoted cells may hold line breaks, and the apostrophe
 * by which `writeCsv` guards against formulas is taken off. Throws `SheetRefused`: `not_a_spreadsheet`, `not_unicode`, `broken_quotes`, the
 * limits.
 */
export function readCsv(bytes: Uint8Array, limits: SheetLimits): Sheet {
  const text = decoded(bytes)
  if (text === '' || text.includes('\0') || /^\s*(?:<[!?a-z]|%PDF-|\{\\rtf)/i.test(text))
    throw new SheetRefused('not_a_spreadsheet')
  const table = tableOf(limits)
  for (const { row, column, text: cell } of cells(text, separatorOf(text)))
    if (cell !== '') table.put(row, column, typedText(unguarded(cell)))
  return { format: 'csv', name: '', rows: table.rows }
}

function decoded(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Text of another encoding has no zero bytes; pictures and programs do.
    throw new SheetRefused(bytes.includes(0) && !utf16 ? 'not_a_spreadsheet' : 'not_unicode')
  }
}

/** The separator by which most of the first records have as many cells as the first, and more than one; a comma where none does. */
function separatorOf(text: string): string {
  const scores = separators.map((separator) => {
    const [first = 1, ...others] = widths(text, separator)
    return first > 1 ? (1 + others.filter((width) => width === first).length) * 1000 + Math.min(first, 999) : 0
  })
  return separators[scores.indexOf(Math.max(...scores))]!
}

/** How many cells the first records have by this separator, up to the first one that cannot be read so. */
function widths(text: string, separator: string): number[] {
  const found: number[] = []
  try {
    for (const { row, column } of cells(text, separator)) {
      if (row > lookedAt) break
      found[row - 1] = column
    }
  } catch {
    found.pop()
  }
  return found
}

/** The cells of a CSV text in order, empty ones too. */
function* cells(text: string, separator: string): Generator<{ row: number; column: number; text: string }> {
  const ends = new RegExp(`[${separator}\\r\\n]`, 'g')
  let [row, column, at] = [1, 1, 0]
  for (;;) {
    const quoted = text[at] === '"'
    const end = quoted ? closingQuote(text, at, row, column) + 1 : endOf(ends, text, at)
    yield { row, column, text: quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end) }
    if (end >= text.length) return
    if (text[end] === separator) column += 1
    else if (text[end] === '\r' || text[end] === '\n') [row, column] = [row + 1, 1]
    else throw new SheetRefused('broken_quotes', placeOf(row, column))
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
  }
}

function endOf(ends: RegExp, text: string, at: number): number {
  ends.lastIndex = at
  return ends.exec(text)?.index ?? text.length
}

/** Where the quote that opens at `at` is closed; two together are one within the text. */
function closingQuote(text: string, at: number, row: number, column: number): number {
  let found = text.indexOf('"', at + 1)
  while (found >= 0 && text[found + 1] === '"') found = text.indexOf('"', found + 2)
  if (found < 0) throw new SheetRefused('broken_quotes', placeOf(row, column))
  return found
}
