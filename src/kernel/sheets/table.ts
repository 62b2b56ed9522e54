import { placeOf } from './place.rules.ts'
import type { SheetLimits } from './sheet.ts'
import { megabytes, type SheetRefusalCode, SheetRefused } from './sheet-refused.ts'

/** One for all empty rows; nothing is ever added to it. */
const emptyRow: readonly string[] = Object.freeze([])

/** Collects the filled cells of a table, row by row and each row from left to right, within limits. */
export function tableOf(limits: SheetLimits) {
  const rows: (readonly string[])[] = []
  let current: string[] = []
  let currentRow = 0
  let characters = 0

  /**
   * Takes a text that is not empty. Many cells may share one long text, so all are counted together as well. Throws `SheetRefused` where a
   * limit is passed.
   */
  function put(row: number, column: number, text: string) {
    const refused = (code: SheetRefusalCode, most: Record<string, number>) =>
      new SheetRefused(code, placeOf(row, column), most)
    if (row > limits.rows) throw refused('too_many_rows', { rows: limits.rows })
    if (column > limits.columns) throw refused('too_many_columns', { columns: limits.columns })
    if (text.length > limits.cellCharacters) throw refused('cell_too_long', { characters: limits.cellCharacters })
    characters += text.length
    if (characters > limits.unpackedBytes)
      throw new SheetRefused('unpacks_too_large', null, megabytes(limits.unpackedBytes))
    if (row > currentRow) {
      while (rows.length < row - 1) rows.push(emptyRow)
      current = []
      currentRow = row
      rows.push(current)
    }
    while (current.length < column - 1) current.push('')
    current.push(text)
  }

  return { rows, put }
}
