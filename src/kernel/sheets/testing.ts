import { crc32, deflateRawSync } from 'node:zlib'
import { readSheet } from './read-sheet.ts'
import type { SheetLimits } from './sheet.ts'
import { SheetRefused } from './sheet-refused.ts'

/** Limits in which every honest file of a test has room. */
export const wide: SheetLimits = {
  bytes: 20_000_000,
  unpackedBytes: 100_000_000,
  rows: 20_001,
  columns: 50,
  cellCharacters: 5000,
}

/** A file for a zip made by hand, with the lies it may tell. */
export interface TestPart {
  name: string
  content: string | Uint8Array
  /** Put in as it is. */
  stored?: boolean
  /** The deflate stream itself, instead of one made from the content. */
  packed?: Uint8Array
  /** What the header in front of the content says, where it differs from the directory. */
  nameInHeader?: string
  statedSize?: number
  statedCrc?: number
  /** Bytes behind the packed content that are counted as part of it. */
  tail?: Uint8Array
  flags?: number
  method?: number
  /** Nothing is written; the directory points to a header at this place among the other parts' bytes. */
  headerAt?: number
  statedPackedSize?: number
  /** Sizes and place as ZIP64 in the directory. */
  zip64?: boolean
}

/** A zip made by hand. */
export function zipOf(
  parts: readonly TestPart[],
  end: { count?: number; directoryAt?: number; comment?: string; tail?: string } = {},
): Uint8Array {
  const blocks: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const content = Buffer.from(part.content)
    const deflated = part.packed ?? deflateRawSync(content)
    const packed = Buffer.concat([part.stored ? content : deflated, part.tail ?? Buffer.alloc(0)])
    const method = part.method ?? (part.stored ? 0 : 8)
    const crc = part.statedCrc ?? crc32(content)
    const size = part.statedSize ?? content.length
    const nameInHeader = Buffer.from(part.nameInHeader ?? part.name)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(method, 8)
    header.writeUInt32LE(crc, 14)
    header.writeUInt32LE(packed.length, 18)
    header.writeUInt32LE(size, 22)
    header.writeUInt16LE(nameInHeader.length, 26)
    const place = { at: part.headerAt ?? at, packed: part.statedPackedSize ?? packed.length }
    if (part.headerAt === undefined) {
      blocks.push(header, nameInHeader, packed)
      at += header.length + nameInHeader.length + packed.length
    }
    directory.push(entryOf(part, method, crc, size, place))
  }
  const list = Buffer.concat(directory)
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(end.count ?? parts.length, 8)
  record.writeUInt16LE(end.count ?? parts.length, 10)
  record.writeUInt32LE(list.length, 12)
  record.writeUInt32LE(end.directoryAt ?? at, 16)
  record.writeUInt16LE(Buffer.byteLength(end.comment ?? ''), 20)
  return Buffer.concat([...blocks, list, record, Buffer.from(end.comment ?? ''), Buffer.from(end.tail ?? '')])
}

function entryOf(
  part: TestPart,
  method: number,
  crc: number,
  size: number,
  place: { at: number; packed: number },
): Buffer {
  const name = Buffer.from(part.name)
  const extra = Buffer.alloc(part.zip64 ? 28 : 0)
  if (part.zip64) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(24, 2)
    for (const [i, value] of [size, place.packed, place.at].entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i)
  }
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(part.flags ?? 0, 8)
  entry.writeUInt16LE(method, 10)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(part.zip64 ? 0xffffffff : place.packed, 20)
  entry.writeUInt32LE(part.zip64 ? 0xffffffff : size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt16LE(extra.length, 30)
  entry.writeUInt32LE(part.zip64 ? 0xffffffff : place.at, 42)
  return Buffer.concat([entry, name, extra])
}

/** The parts of a workbook made by hand; what a test does not say is as in any honest file. */
export interface TestWorkbook {
  /** What stands inside `sheetData`. */
  data?: string
  /** The whole sheet, instead of `data`. */
  sheet?: string
  /** What stands inside `sst`. */
  strings?: string
  /** What stands inside `styleSheet`. */
  styles?: string
  /** What stands inside `workbook`. */
  workbook?: string
  /** More lines of the content types. */
  types?: string
  workbookType?: string
  /** More relationships of the workbook. */
  relations?: string
  parts?: readonly TestPart[]
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`

/** The parts of such a workbook. */
export function partsOf(book: TestWorkbook): TestPart[] {
  const type = book.workbookType ?? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}"/>${book.types ?? ''}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="x">${book.workbook ?? '<sheets><sheet name="Một" sheetId="1" r:id="r1"/></sheets>'}</workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', '/xl/styles.xml')}${book.relations ?? ''}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst>${book.strings ?? ''}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet>${book.styles ?? ''}</styleSheet>` },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: book.sheet ?? `<worksheet><sheetData>${book.data ?? ''}</sheetData></worksheet>`,
    },
    ...(book.parts ?? []),
  ]
}

/** A workbook as a file. */
export function workbookOf(book: TestWorkbook): Uint8Array {
  return zipOf(partsOf(book))
}

/** One relationship more, for `relations`. */
export const relationOf = relation

/** How a file is answered: its rows, or the code and the place of the refusal. Anything else that is thrown is a fault of the reader. */
export async function answerTo(
  bytes: Uint8Array,
  limits: SheetLimits = wide,
): Promise<readonly (readonly string[])[] | string> {
  try {
    return (await readSheet(bytes, limits)).rows
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error
    return error.place ? `${error.code} ${error.place}` : error.code
  }
}
