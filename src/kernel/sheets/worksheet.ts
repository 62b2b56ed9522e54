import { numberText, typedText, unescaped } from './cell-text.rules.ts'
import { type CellFormat, momentText } from './moments.rules.ts'
import { mostColumns, mostRows, placeOf, readPlace } from './place.rules.ts'
import { detached } from './shared-tables.ts'
import type { SheetLimits } from './sheet.ts'
import { SheetRefused } from './sheet-refused.ts'
import { tableOf } from './table.ts'
import type { XmlAttributes, XmlHandler } from './xml-walk.ts'

/** What the cells of a worksheet point into. */
export interface CellTables {
  readonly strings: readonly string[]
  readonly formats: readonly CellFormat[]
  readonly from1904: boolean
}

const damaged = () => new SheetRefused('damaged')

/**
 * Reads the cells of a worksheet. Trusts only cells that hold something: what the sheet says of its own size is not even read, and an empty
 * cell in the last row of Excel costs nothing. Throws `SheetRefused`: `formula`, the limits, and `damaged` where rows or cells go backwards.
 */
export function worksheet(limits: SheetLimits, tables: CellTables) {
  const table = tableOf(limits)
  let inData = false
  let row = 0
  let column = 0
  let cell: XmlAttributes | null = null
  let value = ''
  let hearing = false
  let inPronunciation = false

  function openCell(attributes: XmlAttributes) {
    const said = attributes.get('r')
    const place = said === undefined ? { row, column: column + 1 } : readPlace(said)
    if (!place || place.row !== row || place.column <= column || place.column > mostColumns) throw damaged()
    column = place.column
    cell = attributes
    value = ''
  }

  const handler: XmlHandler = {
    open(name, attributes, depth) {
      if (depth === 1 && name !== 'worksheet') throw damaged()
      if (depth === 2) inData = name === 'sheetData'
      if (!inData) return
      if (depth === 3) {
        if (name !== 'row') throw damaged()
        row = rowNumber(attributes.get('r'), row)
        column = 0
      } else if (depth === 4 && name === 'c') openCell(attributes)
      else if (cell && depth === 5) {
        if (name === 'f') throw new SheetRefused('formula', placeOf(row, column))
        hearing = name === 'v'
      } else if (cell && depth === 6) inPronunciation = name === 'rPh'
      if (cell && depth > 5 && name === 't' && !inPronunciation) hearing = true
    },
    text(heard) {
      if (hearing) value += heard
    },
    close(_name, depth) {
      hearing = false
      if (depth !== 4 || !cell) return
      const text = cellText(cell, value, tables)
      if (text !== '') table.put(row, column, text)
      cell = null
    },
  }
  return { handler, rows: table.rows }
}

/** The number a row bears or, without one, the next; rows only go forward. */
function rowNumber(said: string | undefined, before: number): number {
  const row = said === undefined ? before + 1 : /^[1-9]\d{0,6}$/.test(said) ? Number(said) : 0
  if (row <= before || row > mostRows) throw damaged()
  return row
}

function cellText(cell: XmlAttributes, value: string, { strings, formats, from1904 }: CellTables): string {
  const type = cell.get('t') ?? 'n'
  if (value === '') return ''
  switch (type) {
    case 's': {
      const text = /^\d+$/.test(value) ? strings[Number(value)] : undefined
      if (text === undefined) throw damaged()
      return typedText(text)
    }
    case 'inlineStr':
    case 'str':
      return typedText(detached(unescaped(value)))
    case 'b':
      if (value !== '0' && value !== '1') throw damaged()
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'd':
      return detached(value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, ''))
    case 'e':
      return detached(value)
    case 'n':
      return formatted(value, formats[Number(cell.get('s') ?? 0)], from1904)
    default:
      throw damaged()
  }
}

function formatted(value: string, format: CellFormat | undefined, from1904: boolean): string {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(value)) throw damaged()
  const number = Number(value)
  if (!Number.isFinite(number)) throw damaged()
  const moment = format && format.shows !== 'number' ? momentText(number, format.shows, from1904) : null
  if (moment !== null) return moment
  const text = numberText(number)
  return format?.digits && /^\d+$/.test(text) ? text.padStart(format.digits, '0') : text
}
