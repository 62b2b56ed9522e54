import { guarded } from './formula-guard.rules.ts'
import type { SheetColumn, SheetRow, SheetTable } from './sheet.ts'

/** Characters gathered before they go out. */
const slice = 64 * 1024

/**
 * A table as a CSV file, made while its rows come: UTF-8 with its mark, so that Excel reads Vietnamese; comma between, CRLF, dates as
 * `2024-01-15`. A text that a program would calculate is led by an apostrophe (`guarded`), which `readSheet` takes off again; what else reads
 * the file sees it. Throws `TypeError` for a number that is none.
 */
export async function* writeCsv({ columns, rows }: SheetTable): AsyncGenerator<Uint8Array> {
  let text = `\uFEFF${columns.map(({ title }) => textCell(title)).join(',')}\r\n`
  for await (const row of rows) {
    text += line(columns, row)
    if (text.length < slice) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

function line(columns: readonly SheetColumn[], row: SheetRow): string {
  return `${columns.map((column, i) => cell(column, row[i] ?? null)).join(',')}\r\n`
}

function cell({ kind, title }: SheetColumn, value: string | number | null): string {
  if (value === null || value === '') return ''
  if (kind !== 'number') return textCell(String(value))
  if (!Number.isFinite(value)) throw new TypeError(`A value of ${title} is no number.`)
  return String(value)
}

/** Quoted where it holds anything that any reader could take for the end of a cell. */
function textCell(text: string): string {
  const safe = guarded(text)
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
