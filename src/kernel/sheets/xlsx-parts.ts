import { asXml } from './cell-text.rules.ts'
import type { ZipPart } from './zip-write.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const packageSpace = 'http://schemas.openxmlformats.org/package/2006'
const officeSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The root element of a part in the language of spreadsheets. */
export const main = (root: string) =>
  `${declaration}<${root} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeSpace}">`

/** Places in `cellXfs` below: text stays text when edited (`@`), dates show as 15/01/2024. */
export const styleOf = { number: 0, text: 2, date: 3 } as const
export const titleStyle = 1
/** The same on a paper: framed, texts wrapped, titles in the middle; and its lines over the table. */
export const paperStyleOf = { number: 8, text: 7, date: 9 } as const
export const paperTitleStyle = 6
export const overStyleOf = { bold: 4, italic: 5 } as const

const middle = '<alignment horizontal="center"/>'
const wrapped = '<alignment vertical="top" wrapText="1"/>'

/** A format of cells: number format, font and frame by their places, and how the content stands in the cell. */
const format = (numFmt: number, font: number, border: number, alignment = '') =>
  `<xf numFmtId="${numFmt}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"${alignment ? ` applyAlignment="1">${alignment}</xf>` : '/>'}`

const formats = [
  format(0, 0, 0),
  format(49, 1, 0),
  format(49, 0, 0),
  format(164, 0, 0),
  format(49, 1, 0, middle),
  format(49, 2, 0, middle),
  format(49, 1, 1, '<alignment horizontal="center" vertical="center" wrapText="1"/>'),
  format(49, 0, 1, wrapped),
  format(0, 0, 1, '<alignment horizontal="center" vertical="top"/>'),
  format(164, 0, 1, wrapped),
]
const sides = ['left', 'right', 'top', 'bottom']
const font = (face: string) => `<font>${face}<sz val="11"/><name val="Calibri"/></font>`
const styles = `${main('styleSheet')}<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="3">${font('')}${font('<b/>')}${font('<i/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${sides.map((side) => `<${side} style="thin"/>`).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** The part of a sheet, counted from 1. */
export const sheetPart = (number: number) => `worksheets/sheet${number}.xml`

/** All parts of a workbook except the sheets themselves. `titleRow`: of a paper, the row that is printed again on every page. */
export function fixedParts(sheets: readonly { readonly name: string; readonly titleRow: number | null }[]): ZipPart[] {
  const part = (name: string, xml: string): ZipPart => ({ name, content: [xml] })
  const relations = (...targets: [type: string, target: string][]) =>
    `${declaration}<Relationships xmlns="${packageSpace}/relationships">${targets
      .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${officeSpace}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`
  const each = (one: (name: string, i: number) => string) => sheets.map(({ name }, i) => one(name, i)).join('')
  const repeated = sheets.flatMap(({ name, titleRow }, i) =>
    titleRow === null
      ? []
      : `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${asXml(`'${name.replaceAll("'", "''")}'!$${titleRow}:$${titleRow}`)}</definedName>`,
  )
  return [
    part(
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packageSpace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>${each((_, i) => `<Override PartName="/xl/${sheetPart(i + 1)}" ContentType="${contentType}.worksheet+xml"/>`)}</Types>`,
    ),
    part('_rels/.rels', relations(['officeDocument', 'xl/workbook.xml'])),
    part(
      'xl/workbook.xml',
      `${main('workbook')}<sheets>${each((name, i) => `<sheet name="${asXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)}</sheets>${repeated.length > 0 ? `<definedNames>${repeated.join('')}</definedNames>` : ''}</workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      relations(...sheets.map((_, i): [string, string] => ['worksheet', sheetPart(i + 1)]), ['styles', 'styles.xml']),
    ),
    part('xl/styles.xml', styles),
  ]
}
