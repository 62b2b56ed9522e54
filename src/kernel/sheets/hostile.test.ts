import { constants, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readSheet } from './read-sheet.ts'
import { SheetRefused } from './sheet-refused.ts'
import { answerTo, partsOf, relationOf, type TestPart, type TestWorkbook, wide, workbookOf, zipOf } from './testing.ts'

const honest: TestWorkbook = { data: '<row r="1"><c r="A1"><v>1</v></c></row>' }
const told = (book: TestWorkbook) => answerTo(workbookOf({ ...honest, ...book }))
/** The honest workbook with some of its parts changed, and more parts. */
const changed = (change: (part: TestPart) => TestPart, more: TestPart[] = []) => [
  ...partsOf(honest).map(change),
  ...more,
]
const sheetOnly = (lie: Partial<TestPart>) => (part: TestPart) =>
  part.name.endsWith('sheet1.xml') ? { ...part, ...lie } : part

/** A deflate stream of so many megabytes of blanks, a thousandth as long. */
function bomb(megabytes: number): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: megabytes }, () => block), Buffer.from([3, 0])])
}

/** Megabytes by which the process has grown at its largest while this ran, and how many seconds it took. */
async function cost(run: () => Promise<unknown>): Promise<{ megabytes: number; seconds: number }> {
  const [size, start] = [process.resourceUsage().maxRSS, performance.now()]
  await run()
  return { megabytes: (process.resourceUsage().maxRSS - size) / 1024, seconds: (performance.now() - start) / 1000 }
}

describe('what is no workbook of today is told by its content', () => {
  it('whatever it is', async () => {
    expect(await answerTo(Buffer.from('d0cf11e0a1b11ae1000000', 'hex'))).toBe('old_or_protected')
    expect(await answerTo(new Uint8Array(101), { ...wide, bytes: 100 })).toBe('too_large')
    expect(await answerTo(zipOf([]))).toBe('not_a_spreadsheet')
    expect(
      await answerTo(zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }])),
    ).toBe('not_a_spreadsheet')
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
    expect(await told({ workbookType: word })).toBe('not_a_spreadsheet')
    expect(await told({ workbookType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' })).toBe(
      'not_a_spreadsheet',
    )
    expect(await answerTo(zipOf(partsOf(honest).filter(({ name }) => name !== '_rels/.rels')))).toBe(
      'not_a_spreadsheet',
    )
    expect(await answerTo(zipOf(partsOf(honest).filter(({ name }) => !name.endsWith('sheet1.xml'))))).toBe('damaged')
  })
})

describe('what does more than hold values is refused', () => {
  it('macros, by part, by type and by relationship', async () => {
    expect(await told({ parts: [{ name: 'xl/VbaProject.bin', content: 'x' }] })).toBe('macros')
    expect(await told({ workbookType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' })).toBe('macros')
    expect(
      await told({ types: '<Override PartName="/xl/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>' }),
    ).toBe('macros')
    expect(await told({ relations: relationOf('m', 'xlMacrosheet', 'macrosheets/a.xml') })).toBe('macros')
  })
  it('a formula, by its cell', async () => {
    for (const formula of ['<f>1+1</f><v>2</v>', '<v>2</v><f t="shared" si="0"/>', '<x:f xmlns:x="m">A1</x:f>']) {
      const data = `<row r="1"/><row r="17"><c r="C17">${formula}</c></row>`
      expect(await told({ data })).toBe('formula C17')
    }
    expect(await told({ data: '<row><c/><c><f/></c></row>' })).toBe('formula B1')
    const refusal = await readSheet(workbookOf({ data: '<row r="3"><c r="D3"><f/></c></row>' }), wide).catch(
      (error) => error,
    )
    expect(refusal).toBeInstanceOf(SheetRefused)
    expect(refusal.sentence.vi).toContain('Ô D3 có công thức')
    expect(refusal.sentence.en).toContain('Cell D3 has a formula')
  })
  it('outside links, connections and embedded objects', async () => {
    for (const name of [
      'xl/externalLinks/externalLink1.xml',
      'xl/connections.xml',
      'xl/queryTables/queryTable1.xml',
      'xl/embeddings/oleObject1.bin',
      'xl/activeX/activeX1.xml',
    ])
      expect(await told({ parts: [{ name, content: '<a/>' }] })).toBe('foreign_content')
    for (const type of ['externalLink', 'oleObject', 'package', 'control', 'connections'])
      expect(await told({ relations: relationOf('x', type, 'a.xml') })).toBe('foreign_content')
    const picture = '<Relationship Id="p" Type="x/image" Target="http://example.org/a.png" TargetMode="External"/>'
    expect(await told({ relations: picture })).toBe('foreign_content')
  })
})

describe('XML that declares anything is refused in every part', () => {
  const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>'
  it('read or not', async () => {
    for (const { name } of partsOf(honest)) {
      const parts = changed((part) =>
        part.name === name ? { ...part, content: `<?xml version="1.0"?>\n${laughs}${part.content}` } : part,
      )
      expect([name, await answerTo(zipOf(parts))]).toEqual([name, 'entity_declaration'])
    }
    const xxe = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'
    expect(await told({ parts: [{ name: 'docProps/core.xml', content: xxe }] })).toBe('entity_declaration')
    expect(await told({ parts: [{ name: 'customXml/a.xml', content: Buffer.from(xxe, 'utf16le') }] })).toBe(
      'entity_declaration',
    )
    const late = `${' '.repeat(65_530)}${xxe}`
    expect(await told({ parts: [{ name: 'docProps/core.xml', content: late }] })).toBe('entity_declaration')
    expect(await told({ sheet: `<worksheet>${' '.repeat(65_520)}<!ENTITY a "b"></worksheet>` })).toBe(
      'entity_declaration',
    )
  })
  it('and entities that nobody declared are unknown', async () => {
    for (const text of ['&b;', '&', '&amp', '&#0;', '&#x110000;', '&#xD800;', '&#xFFFF;', '&toString;'])
      expect(await told({ data: `<row><c t="str"><v>${text}</v></c></row>` })).toBe('damaged')
  })
})

describe('XML that is none is refused', () => {
  it('wherever it breaks', async () => {
    for (const sheet of [
      '',
      ' ',
      'a',
      '<worksheet>',
      '<worksheet></sheet>',
      '<worksheet/><worksheet/>',
      '<worksheet/>a',
      '<worksheet a="1" a="2"/>',
      '<worksheet a=1/>',
      '<worksheet a="<"/>',
      '<worksheet a="1>',
      '<worksheet><!-- a</worksheet>',
      '<worksheet><![CDATA[</worksheet>',
      '<![CDATA[a]]><worksheet/>',
      '<>a</>',
      '<worksheet><></></worksheet>',
      '< worksheet/>',
      '<chartsheet/>',
      '<worksheet>\u0001</worksheet>',
      '<?xml version="1.0" encoding="UTF-16"?><worksheet/>',
      '<worksheet><sheetData></worksheet></sheetData>',
      '<'.repeat(100),
      '<worksheet',
      '<worksheet><!-',
    ])
      expect([sheet, await told({ sheet })]).toEqual([sheet, 'damaged'])
    const parts = changed(sheetOnly({ content: Buffer.from('<worksheet>\xff</worksheet>', 'latin1') }))
    expect(await answerTo(zipOf(parts))).toBe('damaged')
    const deep = `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`
    expect(await told({ sheet: `<worksheet>${deep}</worksheet>` })).toBe('damaged')
    expect(await told({ sheet: '<a>'.repeat(200_000) })).toBe('damaged')
    expect(await told({ sheet: `<worksheet><!--${'a'.repeat(1_000_000)}--></worksheet>` })).toBe('damaged')
  })
  it('and so are cells that lie about their places or types', async () => {
    for (const data of [
      '<row r="2"/><row r="1"/>',
      '<col><c><v>1</v></c></col>',
      '<row r="1"/><row r="1"/>',
      '<row r="0"/>',
      '<row r="1048577"/>',
      '<row r="1e3"/>',
      '<row r="1"><c r="A2"/></row>',
      '<row r="1"><c r="B1"/><c r="A1"/></row>',
      '<row r="1"><c r="XFE1"/></row>',
      '<row><c t="s"><v>0</v></c></row>',
      '<row><c t="s"><v>-1</v></c></row>',
      '<row><c t="s"><v>toString</v></c></row>',
      '<row><c t="x"><v>1</v></c></row>',
      '<row><c><v>1,5</v></c></row>',
      '<row><c><v>1e999</v></c></row>',
      '<row><c><v>NaN</v></c></row>',
      '<row><c t="b"><v>yes</v></c></row>',
    ])
      expect([data, await told({ data })]).toEqual([data, 'damaged'])
  })
})

describe('a zip that is not plain is refused', () => {
  it('cut off anywhere', async () => {
    const file = workbookOf(honest)
    for (let length = 4; length < file.length; length += 7)
      expect(await answerTo(file.subarray(0, length))).toBe('damaged')
  })
  it('with paths that lead out, names told twice, or two tables of contents', async () => {
    for (const name of ['../a', '/a', 'xl//a', 'xl/../../a', 'xl\\a', 'C:/a', 'a\0.xml', './a', ''])
      expect([name, await told({ parts: [{ name, content: 'a' }] })]).toEqual([name, 'unsafe_package'])
    expect(await told({ relations: relationOf('x', 'theme', '../../a.xml') })).toBe('unsafe_package')
    expect(await told({ parts: [{ name: 'XL/Workbook.xml', content: '<workbook/>' }] })).toBe('unsafe_package')
    expect(await answerTo(zipOf(changed(sheetOnly({ nameInHeader: 'xl/worksheets/sheet2.xml' }))))).toBe(
      'unsafe_package',
    )
    expect(await answerTo(zipOf(partsOf(honest), { tail: 'more' }))).toBe('damaged')
    expect(await answerTo(zipOf(partsOf(honest), { count: 3 }))).toBe('unsafe_package')
    expect(await answerTo(zipOf(partsOf(honest), { count: 8 }))).toBe('damaged')
    expect(await answerTo(zipOf(partsOf(honest), { directoryAt: 4_000_000_000 }))).toBe('damaged')
    const secondDisk = Buffer.from(workbookOf(honest))
    secondDisk.writeUInt16LE(1, secondDisk.length - 18)
    expect(await answerTo(secondDisk)).toBe('unsafe_package')
    const stump = '504b0304 504b0102000000000000 504b0506 00000000 0100 0100 0a000000 04000000 0000'
    expect(await answerTo(Buffer.from(stump.replaceAll(' ', ''), 'hex'))).toBe('damaged')
  })
  it('with parts that share bytes, or too many of them', async () => {
    // The second part lies inside the first, header and all: the trick by which one block of zeros is unpacked a thousand times.
    const inner = zipOf([{ name: 'b', content: 'b', stored: true }])
    const parts = [{ name: 'a', content: inner, stored: true }, ...partsOf(honest)]
    expect(await answerTo(zipOf(parts))).toEqual([['1']])
    expect(await answerTo(zipOf([...parts, { name: 'b', content: 'b', stored: true, headerAt: 31 }]))).toBe(
      'unsafe_package',
    )
    expect(await answerTo(zipOf(changed(sheetOnly({ stored: true, statedPackedSize: 120 }))))).toBe('damaged')
    const nested: TestPart[] = [{ name: 'a', content: zipOf([{ name: 'b', content: 'b' }]), stored: true }]
    expect(await told({ parts: nested })).toEqual([['1']])
    const many = Array.from({ length: 2001 }, (_, i) => ({ name: `xl/${i}`, content: '' }))
    expect(await told({ parts: many })).toBe('unsafe_package')
  })
  it('with encrypted or oddly packed parts, with lies about sizes, checksums and ends', async () => {
    const lies: [Partial<TestPart>, string][] = [
      [{ flags: 1 }, 'unsafe_package'],
      [{ method: 12 }, 'unsafe_package'],
      [{ statedSize: 10 }, 'unsafe_package'],
      [{ statedSize: 1_000_000 }, 'unsafe_package'],
      [{ statedCrc: 1 }, 'damaged'],
      [{ tail: Buffer.from('more') }, 'unsafe_package'],
      [{ packed: Buffer.from('no deflate stream') }, 'damaged'],
      [{ packed: Buffer.alloc(0) }, 'damaged'],
    ]
    for (const [lie, answer] of lies)
      expect([lie, await answerTo(zipOf(changed(sheetOnly(lie))))]).toEqual([lie, answer])
  })
  it('with a bomb in it, in whichever part and whatever size it states, at the cost of the limit alone', async () => {
    const packed = bomb(1000)
    const limits = { ...wide, unpackedBytes: 20_000_000 }
    const spent = await cost(async () => {
      for (const statedSize of [1_048_576_000, 0xfffffff0]) {
        expect(await answerTo(zipOf(changed(sheetOnly({ packed, statedSize }))), limits)).toBe('damaged')
        const picture = [{ name: 'xl/media/a.png', content: '', packed, statedSize }]
        expect(await answerTo(zipOf(changed((part) => part, picture)), limits)).toBe('unpacks_too_large')
      }
      const small = [{ name: 'xl/media/a.png', content: '', packed, statedSize: 1000 }]
      expect(await answerTo(zipOf(changed((part) => part, small)), limits)).toBe('unsafe_package')
      const bombs = Array.from({ length: 30 }, (_, i) => ({ name: `a${i}`, content: Buffer.alloc(1_000_000) }))
      expect(await answerTo(zipOf(changed((part) => part, bombs)), limits)).toBe('unpacks_too_large')
    })
    expect(spent.megabytes).toBeLessThan(150)
    expect(spent.seconds).toBeLessThan(10)
  })
})

describe('sizes that lie cost nothing', () => {
  it('a dimension, the last row and the last column of Excel', async () => {
    const sheet =
      '<worksheet><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="XFD1048576"/></row></sheetData></worksheet>'
    const spent = await cost(async () => expect(await told({ sheet })).toEqual([['1']]))
    expect(spent.megabytes).toBeLessThan(50)
    expect(await told({ data: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' })).toBe('too_many_rows A1048576')
    expect(await told({ data: '<row r="1"><c r="XFD1"><v>1</v></c></row>' })).toBe('too_many_columns XFD1')
  })
  it('one long text in many cells', async () => {
    const limits = { ...wide, unpackedBytes: 10_000_000 }
    const strings = `<si><t>${'a'.repeat(5000)}</t></si>`
    const data = `<row>${'<c t="s"><v>0</v></c>'.repeat(50)}</row>`.repeat(41)
    expect(await answerTo(workbookOf({ strings, data }), limits)).toBe('unpacks_too_large')
  })
  it('texts made to keep a careless pattern busy', async () => {
    const long = 200_000
    const books: TestWorkbook[] = [
      {
        styles: `<numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(long)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`,
      },
      { data: `<row><c><v>${'1'.repeat(long)}x</v></c></row>` },
      { data: `<row><c${' '.repeat(long)}x</row>` },
      { data: `<row><c ${'a'.repeat(long)}/></row>` },
      { data: `<row><c t="d"><v>${'T00:00'.repeat(5000)}</v></c></row>` },
      { data: `<row><c t="str"><v>${'_x000'.repeat(5000)}</v></c></row>` },
      { sheet: `<?xml ${'encoding '.repeat(long / 10)}?><worksheet/>` },
    ]
    const limits = { ...wide, cellCharacters: 1_000_000 }
    const spent = await cost(async () => {
      for (const book of books) await answerTo(workbookOf({ ...honest, ...book }), limits)
      for (const cell of [`'`.repeat(long), ' '.repeat(long), '"'.repeat(long), '"",'.repeat(long), '\n'.repeat(long)])
        await answerTo(Buffer.from(`a,${cell}`), limits)
    })
    expect(spent.seconds).toBeLessThan(5)
  })
})
