import type { CellFormat } from './moments.rules.ts'
import { cellFormats, sharedStrings } from './shared-tables.ts'
import type { Sheet, SheetLimits } from './sheet.ts'
import { readWorkbook } from './workbook.ts'
import { worksheet } from './worksheet.ts'
import { openPackage } from './xlsx-package.ts'

/** Reads the first visible worksheet of an XLSX file, in slices, so that nobody else waits. Throws `SheetRefused`. */
export async function readXlsx(bytes: Uint8Array, limits: SheetLimits): Promise<Sheet> {
  const pack = await openPackage(bytes, { left: limits.unpackedBytes, most: limits.unpackedBytes })
  const workbook = await readWorkbook(pack)
  const formats: CellFormat[] = []
  const strings: string[] = []
  if (workbook.styles) await pack.walk(workbook.styles, cellFormats(formats))
  if (workbook.strings) await pack.walk(workbook.strings, sharedStrings(strings))
  const { handler, rows } = worksheet(limits, { strings, formats, from1904: workbook.from1904 })
  await pack.walk(workbook.sheet, handler)
  await pack.scanRest()
  return { format: 'xlsx', name: workbook.sheetName, rows }
}
