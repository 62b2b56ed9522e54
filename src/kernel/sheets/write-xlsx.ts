import { plainDate } from '#kernel/contract/dates.ts'
import { asXml } from './cell-text.rules.ts'
import { serialOfDay } from './moments.rules.ts'
import { columnLetters, mostRows, placeOf } from './place.rules.ts'
import type { SheetColumn, SheetRow, SheetTable } from './sheet.ts'
import { fixedParts, main, styleOf, titleStyle } from './xlsx-parts.ts'
import { zipped } from './zip-write.ts'

/** Characters of one cell that Excel takes. */
const mostCharacters = 32_767
/** Characters gathered before they are packed. */
const slice = 64 * 1024

/**
 * A table as an XLSX file, made while its rows come: titles bold, frozen and with filters; text cells are texts whatever they begin with, also
 * when somebody edits them; dates before 01/03/1900, which Excel does not know, are texts (`1890-05-19`). Nothing is ever a formula. Throws
 * `RangeError` or `TypeError` while being read, for a value that its column cannot hold, a text beyond 32,767 characters, a row too many.
 */
export function writeXlsx(table: SheetTable & { sheetName: string }): AsyncIterable<Uint8Array> {
  return zipped([
    ...fixedParts(sheetName(table.sheetName)),
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml(table) },
  ])
}

async function* sheetXml({ columns, rows }: SheetTable): AsyncGenerator<string> {
  let xml = `${main('worksheet')}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(columnXml).join('')}</cols><sheetData><row r="1">`
  for (const [i, { title }] of columns.entries()) xml += textCell(placeOf(1, i + 1), title, titleStyle)
  xml += '</row>'
  let last = 1
  for await (const row of rows) {
    last += 1
    if (last > mostRows) throw new RangeError(`A sheet has ${mostRows} rows.`)
    xml += rowXml(columns, row, last)
    if (xml.length < slice) continue
    yield xml
    xml = ''
  }
  yield `${xml}</sheetData><autoFilter ref="A1:${placeOf(last, columns.length)}"/></worksheet>`
}

function columnXml({ kind, width = 16 }: SheetColumn, i: number): string {
  return `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${styleOf[kind]}" customWidth="1"/>`
}

function rowXml(columns: readonly SheetColumn[], row: SheetRow, number: number): string {
  let xml = `<row r="${number}">`
  for (let i = 0; i < columns.length; i++) {
    const value = row[i] ?? null
    if (value !== null && value !== '') xml += cellXml(columns[i]!, value, columnLetters(i + 1) + number)
  }
  return `${xml}</row>`
}

function cellXml({ kind, title }: SheetColumn, value: string | number, place: string): string {
  if (kind === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${place} (${title}) is no number.`)
    return `<c r="${place}"><v>${value}</v></c>`
  }
  if (typeof value !== 'string') throw new TypeError(`${place} (${title}) is no text.`)
  const serial = kind === 'date' ? serialOfDay(plainDate(value)) : null
  if (serial !== null) return `<c r="${place}" s="${styleOf.date}"><v>${serial}</v></c>`
  return textCell(place, value, styleOf.text)
}

function textCell(place: string, text: string, style: number): string {
  if (text.length > mostCharacters) throw new RangeError(`${place} is longer than ${mostCharacters} characters.`)
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${asXml(text)}</t></is></c>`
}

/** A name that Excel takes: none of `[]:*?/\`, no control characters, no apostrophe at its ends, at most 31 characters. */
function sheetName(name: string): string {
  const allowed = name
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .slice(0, 31)
    .toWellFormed()
    .replace(/^[' ]+|[' ]+$/g, '')
  return allowed === '' ? 'Sheet1' : allowed
}
