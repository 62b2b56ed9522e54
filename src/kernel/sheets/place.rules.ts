/** A cell's place as the spreadsheet program names it: `placeOf(17, 3)` is `C17`. Row and column count from 1. */
export function placeOf(row: number, column: number): string {
  return columnLetters(column) + row
}

/** `A`, `B` … `Z`, `AA` …; the column counts from 1. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26)
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

/** The row and the column of a place such as `C17`; null for anything else and for what lies outside Excel's own bounds. */
export function readPlace(place: string): { row: number; column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(place) ?? []
  if (letters === undefined || digits === undefined) return null
  let column = 0
  for (let i = 0; i < letters.length; i++) column = column * 26 + letters.charCodeAt(i) - 64
  const row = Number(digits)
  return row <= mostRows && column <= mostColumns ? { row, column } : null
}

/** As many rows and columns as an Excel sheet has. */
export const mostRows = 1_048_576
export const mostColumns = 16_384
