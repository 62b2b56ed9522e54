import { describe, expect, it } from 'vitest'
import { readSheet } from './read-sheet.ts'
import { answerTo, partsOf, relationOf, wide, workbookOf, zipOf } from './testing.ts'

const cell = (place: string, inside: string, attributes = '') => `<c r="${place}" ${attributes}>${inside}</c>`

describe('an XLSX file is read as a person sees it', () => {
  it('joins shared, rich and inline texts, and leaves blanks and NFD as they are', async () => {
    const nfd = 'Đảng uỷ'.normalize('NFD')
    const strings = `<si><t>Đảng_x0020_bộ</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Chi </t></r><r><t>bộ</t></r><rPh><t>no</t></rPh></si><si><t/></si><si><t>${nfd}</t></si>`
    const data = `<row r="1">${[0, 1, 2, 3].map((i) => cell(`${'ABCD'[i]}1`, `<v>${i}</v>`, 't="s"')).join('')}${cell('E1', '<is><r><t>a</t></r><r><t> b&#10;</t></r><rPh><t>no</t></rPh></is>', 't="inlineStr"')}${cell('F1', '<is><t><![CDATA[<x>&amp;]]> &amp;_x000D_\r\nx\ry</t></is>', 't="inlineStr"')}</row>`
    expect(await answerTo(workbookOf({ strings, data }))).toEqual([
      ['Đảng bộ', 'Chi bộ', '', nfd, 'a b\n', '<x>&amp; &\r\nx\ny'],
    ])
  })
  it('tells numbers, truth, errors and days by type and style', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="mm/yyyy"/><numFmt numFmtId="166" formatCode="000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs>'
    const data = `<row>${[
      '<c><v>1200.0000001</v></c>',
      '<c s="1"><v>45306</v></c>',
      '<c s="2"><v>45292</v></c>',
      '<c s="3"><v>7</v></c>',
      '<c s="4"><v>45306.5</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="d"><v>2024-01-15T00:00:00</v></c>',
      '<c t="str"><v>15/1/2024</v></c>',
      '<c s="1"><v>-5</v></c>',
      '<c><v>1.5E3</v></c>',
    ].join('')}</row>`
    const read = [
      '1200',
      '2024-01-15',
      '2024-01',
      '007',
      '2024-01-15 12:00',
      'TRUE',
      '#N/A',
      '2024-01-15',
      '2024-01-15',
      '-5',
      '1500',
    ]
    expect(await answerTo(workbookOf({ styles, data }))).toEqual([read])
    const workbook = '<workbookPr date1904="1"/><sheets><sheet name="Một" r:id="r1"/></sheets>'
    const since1904 = await answerTo(workbookOf({ styles, workbook, data: '<row><c s="1"><v>43844</v></c></row>' }))
    expect(since1904).toEqual([['2024-01-15']])
  })
  it('keeps every cell at its place and cuts what is empty at the ends', async () => {
    const data = `<row r="2">${cell('B2', '<v>1</v>')}${cell('D2', '')}</row><row r="3"/><row r="5"><c><v>2</v></c></row><row r="9">${cell('A9', '', 's="1"')}</row>`
    expect(await answerTo(workbookOf({ data }))).toEqual([[], ['', '1'], [], [], ['2']])
  })
  it('takes the first worksheet that is shown, by whatever names and prefixes', async () => {
    const workbook =
      '<sheets><sheet name="Ẩn" state="hidden" r:id="r1"/><sheet name="Biểu đồ" r:id="r8"/><sheet name="Hai" r:id="r9"/></sheets>'
    const relations = relationOf('r8', 'chartsheet', 'x.xml') + relationOf('r9', 'worksheet', '../XL/./Hai.xml')
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const parts = [{ name: 'xl/hai.xml', content: sheet }]
    const book = { workbook, relations, parts, data: '<row><c><f>1</f></c></row>' }
    expect(await readSheet(workbookOf(book), wide)).toEqual({ format: 'xlsx', name: 'Hai', rows: [['2']] })
    const hidden = { workbook: '<sheets><sheet name="Ẩn" state="veryHidden" r:id="r1"/></sheets>' }
    expect(await answerTo(workbookOf(hidden))).toBe('no_visible_sheet')
  })
  it('takes what honest programs put in: links, comments, printer settings, stored parts, ZIP64', async () => {
    const parts = [
      {
        name: 'xl/worksheets/_rels/sheet1.xml.rels',
        content: `<Relationships><Relationship Id="l" Type="http://x/hyperlink" Target="mailto:a@b" TargetMode="External"/>${relationOf('v', 'vmlDrawing', '../drawings/v.vml')}</Relationships>`,
      },
      { name: 'xl/drawings/v.vml', content: '<xml><br></xml>' },
      { name: 'xl/printerSettings/printerSettings1.bin', content: new Uint8Array([0, 1, 2]) },
      { name: 'xl/media/', content: '', stored: true },
    ]
    const types = '<Default Extension="data" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'
    const all = partsOf({ parts, types, data: '<row><c><v>1</v></c></row>' })
    for (const way of [{ stored: true }, { zip64: true }, {}])
      expect(
        await answerTo(
          zipOf(
            all.map((part) => ({ ...part, ...way })),
            { comment: 'ghi chú' },
          ),
        ),
      ).toEqual([['1']])
  })
  it('reads no more than the limits, to the cell', async () => {
    const limits = { ...wide, rows: 2, columns: 2, cellCharacters: 3 }
    const told = (place: string, text: string, row: number) =>
      answerTo(
        workbookOf({ data: `<row r="${row}">${cell(place, `<is><t>${text}</t></is>`, 't="inlineStr"')}</row>` }),
        limits,
      )
    expect(await told('B2', 'abc', 2)).toEqual([[], ['', 'abc']])
    expect(await told('A3', 'a', 3)).toBe('too_many_rows A3')
    expect(await told('C1', 'a', 1)).toBe('too_many_columns C1')
    expect(await told('A1', 'abcd', 1)).toBe('cell_too_long A1')
    expect(await told('A1', '_x000D_'.repeat(3), 1)).toEqual([['\r\r\r']])
    expect(await told('A3', '', 3)).toEqual([])
  })
})
