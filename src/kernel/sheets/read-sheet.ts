import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import type { Sheet, SheetLimits } from './sheet.ts'
import { megabytes, SheetRefused } from './sheet-refused.ts'

/**
 * Reads a spreadsheet that somebody sent: XLSX (its first visible worksheet) or CSV, told apart by the content alone. Every cell comes as text:
 * numbers without grouping or exponent, days as `2024-01-15` whether the file holds them as dates or as `15/1/2024`, `TRUE` and `FALSE`.
 * Text is not cleaned: blanks, NFD and odd characters stay for the caller to judge. Throws `SheetRefused` for every file that is not taken.
 */
export async function readSheet(bytes: Uint8Array, limits: SheetLimits): Promise<Sheet> {
  if (bytes.length > limits.bytes) throw new SheetRefused('too_large', null, megabytes(limits.bytes))
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (head === 'd0cf11e0a1b11ae1') throw new SheetRefused('old_or_protected')
  return head.startsWith('504b0304') || head.startsWith('504b0506') ? readXlsx(bytes, limits) : readCsv(bytes, limits)
}
