import { unescaped } from './cell-text.rules.ts'
import { type CellFormat, cellFormat } from './moments.rules.ts'
import { SheetRefused } from './sheet-refused.ts'
import type { XmlHandler } from './xml-walk.ts'

const mostStrings = 2_000_000
const mostStyles = 100_000

/** Fills the texts that cells of the workbook share. Runs of rich text are joined; what tells how to pronounce them is left out. */
export function sharedStrings(into: string[]): XmlHandler {
  let text = ''
  let hearing = false
  let pronouncing = false
  return {
    open(name, _attributes, depth) {
      if (depth === 2) text = ''
      if (depth === 3) pronouncing = name === 'rPh'
      hearing = name === 't' && !pronouncing
    },
    text(heard) {
      if (hearing) text += heard
    },
    close(name, depth) {
      hearing = false
      if (depth !== 2 || name !== 'si') return
      if (into.length === mostStrings) throw new SheetRefused('unsafe_package')
      into.push(detached(unescaped(text)))
    },
  }
}

/** Fills what each style of cells makes of a number. */
export function cellFormats(into: CellFormat[]): XmlHandler {
  const codes = new Map<number, string>()
  let table = ''
  return {
    open(name, attributes, depth) {
      if (depth === 2) table = name
      if (depth !== 3) return
      const id = Number(attributes.get('numFmtId') ?? 0)
      if (table === 'numFmts') codes.set(id, attributes.get('formatCode') ?? '')
      if (table === 'cellXfs' && name === 'xf') into.push(cellFormat(id, codes.get(id)))
      if (into.length > mostStyles || codes.size > mostStyles) throw new SheetRefused('unsafe_package')
    },
  }
}

/** The same text without the slice of the file that it was cut from, which it would keep in memory. */
export function detached(text: string): string {
  return ` ${text}`.slice(1)
}
