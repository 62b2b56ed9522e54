import fc from 'fast-check'
import { readXlsx, writeXlsx as writeByOther } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { typedText } from './cell-text.rules.ts'
import { readSheet } from './read-sheet.ts'
import type { SheetColumn, SheetRow } from './sheet.ts'
import { answerTo, wide } from './testing.ts'
import { unpack } from './unpack.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'
import { zipEntries } from './zip-entries.ts'

async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(bytes))
}

const pieces = [
  'Đảng uỷ',
  'Chi bộ cơ sở',
  'Nguyễn Thị Thuỳ',
  'Đảng uỷ'.normalize('NFD'),
  '=SUM(A1)',
  '+84',
  '-1',
  '@a',
  "'",
  '"',
  ',',
  ';',
  '\t',
  '\r\n',
  '\n',
  '\r',
  ' ',
  '&',
  '<b>',
  ']]>',
  '_x000D_',
  '\u0007',
  '\uFEFF',
  '\u200B',
  '1.200',
  '007',
  '1e5',
  '𠮷',
]
const written = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 5 })
  .map((some) => some.join('').replaceAll('\0', ''))
  .filter((text) => typedText(text) === text)
const number = fc.oneof(
  fc.integer(),
  fc.integer({ min: -999_999_999, max: 999_999_999 }).map((thousandths) => thousandths / 1000),
)
const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10))
const kinds = { text: written, number, date: day }

const table = fc
  .array(
    fc.record({
      title: written.filter((title) => !/^\s*(?:<|%PDF|\{)/.test(title)),
      kind: fc.constantFrom('text', 'number', 'date'),
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .chain((columns) =>
    fc.record({
      columns: fc.constant(columns as SheetColumn[]),
      rows: fc.array(
        fc.tuple(...columns.map(({ kind }) => fc.option(kinds[kind as 'text'] as fc.Arbitrary<string | number>))),
        {
          maxLength: 8,
        },
      ) as fc.Arbitrary<SheetRow[]>,
    }),
  )

/** What the reader should tell: everything as text, nothing empty at the ends. */
function seen(columns: readonly SheetColumn[], rows: readonly SheetRow[]): string[][] {
  const all = [
    columns.map(({ title }) => title),
    ...rows.map((row) => row.map((value) => (value === null || value === 0 ? String(value ?? '') : String(value)))),
  ]
  const cut = all.map((row) => row.slice(0, row.findLastIndex((value) => value !== '') + 1))
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1)
}

describe('what was exported can be imported unchanged', () => {
  it('as XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ columns, rows }) => {
        const file = await gathered(writeXlsx({ sheetName: 'Tổ chức', columns, rows }))
        expect(await readSheet(file, wide)).toEqual({ format: 'xlsx', name: 'Tổ chức', rows: seen(columns, rows) })
      }),
      { numRuns: 200 },
    )
  })
  it('as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ columns, rows }) => {
        fc.pre(columns.some(({ title }) => title !== ''))
        const file = await gathered(writeCsv({ columns, rows }))
        expect(await answerTo(file)).toEqual(seen(columns, rows))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a table of many slices', () => {
  it('comes back whole, empty rows and all', async () => {
    const columns: SheetColumn[] = [
      { title: 'Tên', kind: 'text' },
      { title: 'Số', kind: 'number' },
    ]
    const rows = Array.from(
      { length: 20_000 },
      (_, i): SheetRow => (i % 7 ? [`Chi bộ số ${i} thuộc Đảng bộ cơ sở`, i] : [null, null]),
    )
    for (const write of [writeXlsx, writeCsv]) {
      const file = await gathered(write({ sheetName: 'Một', columns, rows }))
      const read = (await readSheet(file, wide)).rows
      expect(read.length).toBe(20_000)
      expect(read.at(-1)).toEqual(['Chi bộ số 19998 thuộc Đảng bộ cơ sở', '19998'])
      expect(read).toEqual(seen(columns, rows))
    }
  })
})

describe('another program and this one understand each other (hucre)', () => {
  const columns: SheetColumn[] = [
    { title: 'Tên', kind: 'text', width: 40 },
    { title: 'Số', kind: 'number' },
    { title: 'Ngày', kind: 'date' },
  ]
  const rows: SheetRow[] = [
    ['=1+1', 1200.5, '2024-01-15'],
    ['Đảng uỷ\r\n_x000D_', -3, '1890-05-19'],
    [null, null, null],
    ['001', 0, '1930-02-03'],
  ]
  it('reads ours: texts as texts, dates as dates, titles bold and frozen, with filters', async () => {
    const book = await readXlsx(await gathered(writeXlsx({ sheetName: "'Tổ chức/2024'", columns, rows })), {
      readStyles: true,
    })
    const [sheet] = book.sheets
    expect(sheet).toMatchObject({ name: 'Tổ chức 2024', freezePane: { rows: 1 }, autoFilter: { range: 'A1:C5' } })
    expect(sheet!.rows).toEqual([
      ['Tên', 'Số', 'Ngày'],
      ['=1+1', 1200.5, new Date('2024-01-15')],
      ['Đảng uỷ\r\n_x000D_', -3, '1890-05-19'],
      [null, null, null],
      ['001', 0, new Date('1930-02-03')],
    ])
    expect(sheet!.cells?.get('0,0')?.style?.font?.bold).toBe(true)
    expect(sheet!.cells?.get('1,0')?.style?.font?.bold ?? false).toBe(false)
    expect([...(sheet!.cells?.values() ?? [])].some((cell) => cell.formula)).toBe(false)
  })
  it('reads ours of several sheets: papers with their lines over and under the table, nothing but texts and numbers', async () => {
    const paper = { over: [{ text: 'DANH SÁCH', style: 'bold' as const }], under: ['=Danh sách này có 4 dòng.'] }
    const file = await gathered(
      writeXlsx({ sheetName: "Lan's", columns, rows, paper }, { sheetName: 'Phụ lục 2', columns, rows: [] }),
    )
    const { sheets } = await readXlsx(file, { readStyles: true })
    expect(sheets.map(({ name }) => name)).toEqual(["Lan's", 'Phụ lục 2'])
    const [first, second] = sheets
    expect(first!.rows[0]![0]).toBe('DANH SÁCH')
    expect(first!.rows[1]).toEqual(['Tên', 'Số', 'Ngày'])
    expect(first!.rows.at(-1)![0]).toBe('=Danh sách này có 4 dòng.')
    expect(first).toMatchObject({ freezePane: { rows: 2 }, pageSetup: { orientation: 'landscape' } })
    expect(first!.merges).toEqual([
      { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
      { startRow: 6, startCol: 0, endRow: 6, endCol: 2 },
    ])
    expect([...(first!.cells?.values() ?? [])].some((cell) => cell.formula)).toBe(false)
    expect(second!.rows).toEqual([['Tên', 'Số', 'Ngày']])
    expect((await readSheet(file, wide)).rows).toHaveLength(7)
    expect(() => writeXlsx({ sheetName: 'a', columns, rows }, { sheetName: 'A', columns, rows })).toThrow(RangeError)
  })
  it('is read by ours, in both systems of dates', async () => {
    for (const dateSystem of ['1900', '1904'] as const) {
      const file = await writeByOther({
        dateSystem,
        sheets: [
          { name: 'Một', rows: [['Tên', true, 0.1 + 0.2, new Date('2024-01-15')], [], ['Chi bộ & <1>', null, 1e15]] },
        ],
      })
      expect(await answerTo(file)).toEqual([
        ['Tên', 'TRUE', '0.3', '2024-01-15'],
        [],
        ['Chi bộ & <1>', '', '1000000000000000'],
      ])
    }
  })
})

describe('writing', () => {
  const columns: SheetColumn[] = [{ title: 'Số', kind: 'number' }]
  it('takes rows as they come and stops taking them when nobody reads on', async () => {
    let taken = 0
    let ended = false
    async function* endless() {
      try {
        for (;;) yield [taken++]
      } finally {
        ended = true
      }
    }
    for (const write of [writeXlsx, writeCsv]) {
      ;[taken, ended] = [0, false]
      let size = 0
      for await (const chunk of write({ sheetName: 'Một', columns, rows: endless() })) {
        size += chunk.length
        if (size > 100_000) break
      }
      await new Promise((soon) => setImmediate(soon))
      expect(ended).toBe(true)
      expect(taken).toBeLessThan(500_000)
    }
  })
  it('fails with its source, and at values that a column cannot hold', async () => {
    async function* broken(): AsyncGenerator<SheetRow> {
      yield [1]
      throw new Error('the source failed')
    }
    await expect(gathered(writeXlsx({ sheetName: 'a', columns, rows: broken() }))).rejects.toThrow('the source failed')
    for (const value of [Number.NaN, '1', Number.POSITIVE_INFINITY]) {
      await expect(gathered(writeXlsx({ sheetName: 'a', columns, rows: [[value]] }))).rejects.toThrow(TypeError)
      await expect(gathered(writeCsv({ columns, rows: [[value]] }))).rejects.toThrow(TypeError)
    }
    const long: SheetRow[] = [['a'.repeat(32_768)]]
    const texts: SheetColumn[] = [{ title: 'Tên', kind: 'text' }]
    await expect(gathered(writeXlsx({ sheetName: 'a', columns: texts, rows: long }))).rejects.toThrow(RangeError)
  })
  it('asks other programs to keep blanks at the ends of texts', async () => {
    const file = await gathered(writeXlsx({ sheetName: 'a', columns: [{ title: ' a ', kind: 'text' }], rows: [] }))
    const part = zipEntries(file).get('xl/worksheets/sheet1.xml')!
    const xml = Buffer.from(await gathered(unpack(part, { left: 100_000, most: 100_000 }))).toString()
    expect(xml).toContain('<t xml:space="preserve"> a </t>')
  })
  it('guards CSV against formulas, keeps numbers numbers, and begins with the mark', async () => {
    const both: SheetColumn[] = [...columns, { title: '=Tên', kind: 'text' }]
    const file = Buffer.from(
      await gathered(
        writeCsv({
          columns: both,
          rows: [
            [-5, '-5'],
            [null, 'Lan, "Thuỷ"'],
          ],
        }),
      ),
    )
    expect(file.toString()).toBe('\uFEFFSố,\'=Tên\r\n-5,\'-5\r\n,"Lan, ""Thuỷ"""\r\n')
  })
})
