import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerTo, partsOf, workbookOf, zipOf } from './testing.ts'
import { writeXlsx } from './write-xlsx.ts'

/** Tight, so that a reader that oversteps them is seen. */
const limits = { bytes: 100_000, unpackedBytes: 1_000_000, rows: 100, columns: 20, cellCharacters: 500 }

const book = {
  strings: '<si><t>Đảng bộ</t></si><si><r><t>Chi </t></r><r><t>bộ</t></r></si>',
  styles:
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
  data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" s="1"><v>45306</v></c><c r="B2" t="inlineStr"><is><t>a &amp; b</t></is></c></row>',
}

/** Answers or refuses, within the limits and in time; anything else throws. */
async function holds(bytes: Uint8Array) {
  const start = performance.now()
  const answer = await answerTo(bytes, limits)
  expect(performance.now() - start).toBeLessThan(5000)
  if (typeof answer === 'string') return
  expect(answer.length).toBeLessThanOrEqual(limits.rows)
  for (const row of answer) {
    expect(row.length).toBeLessThanOrEqual(limits.columns)
    for (const cell of row) expect(cell.length).toBeLessThanOrEqual(limits.cellCharacters)
  }
}

const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 })

function flipped(bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (const [at, bits] of changes) copy[at % copy.length]! ^= bits
  return copy
}

describe('a valid file, damaged at random, is answered or refused', () => {
  it('with bytes flipped', async () => {
    const columns = [{ title: 'Tên', kind: 'text' as const }]
    const ours = Buffer.concat(
      await Array.fromAsync(writeXlsx({ sheetName: 'Một', columns, rows: [['Đảng uỷ'], ['Chi bộ']] })),
    )
    const files = [workbookOf(book), zipOf(partsOf(book).map((part) => ({ ...part, stored: true }))), ours]
    for (const file of files) expect(await answerTo(file, limits)).not.toBeTypeOf('string')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), flips, (file, changes) => holds(flipped(file, changes))),
      { numRuns: 1000 },
    )
  })
  it('cut, and glued together again', async () => {
    const file = workbookOf(book)
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length), fc.nat(file.length), (a, b) =>
        holds(Buffer.concat([file.subarray(0, a), file.subarray(b)])),
      ),
      { numRuns: 500 },
    )
  })
  it('with its XML changed, which no checksum tells', async () => {
    const scraps = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '/>',
      '</c>',
      '<c>',
      '<row r="99999">',
      '<f>',
      '<v>',
      '<!--',
      '<![CDATA[',
      ']]>',
      '<?',
      '9'.repeat(20),
      '-1',
      '\0',
      'r="A1"',
    )
    const edits = fc.array(fc.record({ part: fc.nat(6), at: fc.nat(2000), cut: fc.nat(12), scrap: scraps }), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(edits, (changes) => {
        const parts = partsOf(book)
        for (const { part, at, cut, scrap } of changes) {
          const content = String(parts[part]!.content)
          const from = at % content.length
          parts[part]!.content = content.slice(0, from) + scrap + content.slice(from + cut)
        }
        return holds(zipOf(parts))
      }),
      { numRuns: 1000 },
    )
  })
  it('and so is CSV', async () => {
    const file = Buffer.from('\uFEFFTên,Số\r\n"Đảng ""uỷ""",1\r\n\'=a,"b\nc"\r\n')
    await fc.assert(
      fc.asyncProperty(flips, (changes) => holds(flipped(file, changes))),
      { numRuns: 500 },
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => holds(bytes)),
      { numRuns: 500 },
    )
  })
})
