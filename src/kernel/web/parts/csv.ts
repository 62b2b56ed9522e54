import type { CellValue } from './table-columns.ts'

/**
 * A table as a CSV file: UTF-8 with byte order mark so that spreadsheets read Vietnamese, comma between, CRLF. A text that a spreadsheet
 * would take for a formula (beginning with = + - @, tab or return) is led by an apostrophe.
 */
export function toCsv(heads: readonly string[], rows: readonly (readonly CellValue[])[]): string {
  const lines = [heads, ...rows].map((line) => line.map(csvCell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** One cell, quoted where needed and never a formula. Numbers stay numbers. */
export function csvCell(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  const safe = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Hands a made file to the person. */
export function saveFile(name: string, content: Blob | string, type = 'text/csv;charset=utf-8'): void {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
