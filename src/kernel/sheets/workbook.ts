import { SheetRefused } from './sheet-refused.ts'
import type { Package } from './xlsx-package.ts'
import type { XmlHandler } from './xml-walk.ts'

/** What the workbook says of its first visible worksheet, and where the tables stand that its cells point into. */
export interface Workbook {
  readonly sheetName: string
  /** Names of parts. */
  readonly sheet: string
  readonly strings: string | null
  readonly styles: string | null
  /** Days are counted from 1904 instead of 1900 (a setting of older Macs). */
  readonly from1904: boolean
}

/** Throws `SheetRefused`: `not_a_spreadsheet` where the package has no workbook, `no_visible_sheet`. */
export async function readWorkbook(pack: Package): Promise<Workbook> {
  const workbook = [...pack.relationships('').values()].find(({ type }) => type === 'officeDocument')?.target
  if (!workbook) throw new SheetRefused('not_a_spreadsheet')
  const relationships = pack.relationships(workbook)
  const sheets: { name: string; part: string }[] = []
  let from1904 = false
  const handler: XmlHandler = {
    open(name, attributes, depth) {
      if (depth === 1 && name !== 'workbook') throw new SheetRefused('not_a_spreadsheet')
      if (depth === 2 && name === 'workbookPr') from1904 = /^(?:1|true|on)$/.test(attributes.get('date1904') ?? '')
      if (depth !== 3 || name !== 'sheet' || (attributes.get('state') ?? 'visible') !== 'visible') return
      const [, id = ''] = [...attributes].find(([key]) => key.endsWith(':id')) ?? []
      const to = relationships.get(id)
      if (to?.type === 'worksheet') sheets.push({ name: attributes.get('name') ?? '', part: to.target })
    },
  }
  await pack.walk(workbook, handler)
  const [first] = sheets
  if (!first) throw new SheetRefused('no_visible_sheet')
  const partOf = (type: string) => [...relationships.values()].find((one) => one.type === type)?.target ?? null
  return {
    sheetName: first.name,
    sheet: first.part,
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
    from1904,
  }
}
