import { plainDate } from '#kernel/contract/dates.ts'
import { asXml } from './cell-text.rules.ts'
import { serialOfDay } from './moments.rules.ts'
import { columnLetters, mostRows, placeOf } from './place.rules.ts'
import type { SheetColumn, SheetRow, WorkbookSheet } from './sheet.ts'
import {
  fixedParts,
  main,
  overStyleOf,
  paperStyleOf,
  paperTitleStyle,
  sheetPart,
  styleOf,
  titleStyle,
} from './xlsx-parts.ts'
import { zipped } from './zip-write.ts'

/** Characters of one cell that Excel takes. */
const mostCharacters = 32_767
/** Characters gathered before they are packed. */
const slice = 64 * 1024

/**
 * Tables as an XLSX file, one sheet each, made while their rows come: titles bold, frozen and with filters; text cells are texts whatever they
 * begin with, also when somebody edits them; dates before 01/03/1900, which Excel does not know, are texts (`1890-05-19`). Nothing is ever a
 * formula. A paper is framed, and printed across on A4 with its titles on every page. Throws `RangeError` where two sheets have one name;
 * while being read, `RangeError` or `TypeError` for a value that its column cannot hold, a text beyond 32,767 characters, a row too many.
 */
export function writeXlsx(...sheets: readonly WorkbookSheet[]): AsyncIterable<Uint8Array> {
  const named = sheets.map(({ sheetName, paper }) => ({
    name: allowedName(sheetName),
    titleRow: paper ? paper.over.length + 1 : null,
  }))
  if (new Set(named.map(({ name }) => name.toLowerCase())).size < sheets.length)
    throw new RangeError('Two sheets have one name.')
  return zipped([
    ...fixedParts(named),
    ...sheets.map((sheet, i) => ({ name: `xl/${sheetPart(i + 1)}`, content: sheetXml(sheet) })),
  ])
}

async function* sheetXml({ columns, rows, paper }: WorkbookSheet): AsyncGenerator<string> {
  const over = paper?.over ?? []
  const titles = over.length + 1
  let xml = `${main('worksheet')}${paper ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''}<sheetViews><sheetView workbookViewId="0"><pane ySplit="${titles}" topLeftCell="A${titles + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(columnXml).join('')}</cols><sheetData>`
  for (const [i, { text, style }] of over.entries()) xml += lineXml(i + 1, text, overStyleOf[style])
  xml += `<row r="${titles}">`
  for (const [i, { title }] of columns.entries())
    xml += textCell(placeOf(titles, i + 1), title, paper ? paperTitleStyle : titleStyle)
  xml += '</row>'
  let last = titles
  for await (const row of rows) {
    last += 1
    if (last > mostRows) throw new RangeError(`A sheet has ${mostRows} rows.`)
    xml += rowXml(columns, row, last, paper !== undefined)
    if (xml.length < slice) continue
    yield xml
    xml = ''
  }
  const under = paper?.under ?? []
  for (const [i, text] of under.entries()) xml += lineXml(last + 1 + i, text, styleOf.text)
  const end = placeOf(last, columns.length)
  yield `${xml}</sheetData>${paper ? paperXml(columns.length, over.length, last, under.length) : `<autoFilter ref="A1:${end}"/>`}</worksheet>`
}

/** What the lines of a paper stand across, and how it is printed. */
function paperXml(width: number, over: number, last: number, under: number): string {
  const rows = [
    ...Array(over)
      .keys()
      .map((i) => i + 1),
    ...Array(under)
      .keys()
      .map((i) => last + 1 + i),
  ]
  const merged = width > 1 ? rows.map((row) => `<mergeCell ref="A${row}:${placeOf(row, width)}"/>`) : []
  return `${merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : ''}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>`
}

function lineXml(row: number, text: string, style: number): string {
  return `<row r="${row}">${textCell(placeOf(row, 1), text, style)}</row>`
}

function columnXml({ kind, width = 16 }: SheetColumn, i: number): string {
  return `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${styleOf[kind]}" customWidth="1"/>`
}

function rowXml(columns: readonly SheetColumn[], row: SheetRow, number: number, onPaper: boolean): string {
  const styles = onPaper ? paperStyleOf : styleOf
  let xml = `<row r="${number}">`
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!
    const value = row[i] ?? null
    const place = columnLetters(i + 1) + number
    if (value !== null && value !== '') xml += cellXml(column, value, place, styles)
    else if (onPaper) xml += `<c r="${place}" s="${styles[column.kind]}"/>`
  }
  return `${xml}</row>`
}

function cellXml(
  { kind, title }: SheetColumn,
  value: string | number,
  place: string,
  styles: Readonly<Record<SheetColumn['kind'], number>>,
): string {
  if (kind === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${place} (${title}) is no number.`)
    return `<c r="${place}" s="${styles.number}"><v>${value}</v></c>`
  }
  if (typeof value !== 'string') throw new TypeError(`${place} (${title}) is no text.`)
  const serial = kind === 'date' ? serialOfDay(plainDate(value)) : null
  if (serial !== null) return `<c r="${place}" s="${styles.date}"><v>${serial}</v></c>`
  return textCell(place, value, styles.text)
}

function textCell(place: string, text: string, style: number): string {
  if (text.length > mostCharacters) throw new RangeError(`${place} is longer than ${mostCharacters} characters.`)
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${asXml(text)}</t></is></c>`
}

/** A name that Excel takes: none of `[]:*?/\`, no control characters, no apostrophe at its ends, at most 31 characters. */
function allowedName(name: string): string {
  const allowed = name
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .slice(0, 31)
    .toWellFormed()
    .replace(/^[' ]+|[' ]+$/g, '')
  return allowed === '' ? 'Sheet1' : allowed
}
