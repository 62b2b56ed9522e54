import { SheetRefused } from './sheet-refused.ts'

/** One file inside a zip. */
export interface ZipEntry {
  readonly name: string
  readonly deflated: boolean
  readonly crc: number
  /** As the zip states it; `unpack` holds it against what really comes out. */
  readonly size: number
  /** As it lies in the zip. */
  readonly packed: Uint8Array
}

const mostEntries = 2000
/** A 32-bit field that says: see the ZIP64 field. */
const sentinel = 0xffffffff

const damaged = () => new SheetRefused('damaged')
const unsafe = () => new SheetRefused('unsafe_package')

/**
 * The files of a zip by their names in lower case. The directory at the end and the headers in front of the files must tell the same, no two
 * files may share a name or a byte, and no name may lead out of the zip: two programs never see two different things in it. Throws
 * `SheetRefused`: `damaged` (cut off), `unsafe_package` (everything else).
 */
export function zipEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(view)
  const entries = new Map<string, ZipEntry>()
  const spans: [from: number, to: number][] = []
  let at = directory.from
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > directory.to || view.getUint32(at, true) !== 0x02014b50) throw damaged()
    const next = at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > directory.to) throw damaged()
    const { entry, span } = readEntry(bytes, view, at)
    if (span[1] > directory.from) throw damaged()
    const name = entry.name.toLowerCase()
    if (entries.has(name)) throw unsafe()
    entries.set(name, entry)
    spans.push(span)
    at = next
  }
  spans.sort(([a], [b]) => a - b)
  if (at !== directory.to || spans.some(([from], i) => i > 0 && from < spans[i - 1]![1])) throw unsafe()
  return entries
}

/** The directory, by the record that ends a zip. It must end the file too: what follows it, some programs would read and others not. */
function findDirectory(view: DataView): { from: number; to: number; count: number } {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) !== 0x06054b50 || at + 22 + view.getUint16(at + 20, true) !== view.byteLength) continue
    const count = view.getUint16(at + 10, true)
    const oneDisk = view.getUint32(at + 4, true) === 0 && view.getUint16(at + 8, true) === count
    if (!oneDisk || count > mostEntries) throw unsafe()
    const from = view.getUint32(at + 16, true)
    const to = from + view.getUint32(at + 12, true)
    if (to > at) throw damaged()
    return { from, to, count }
  }
  throw damaged()
}

/** The entry that stands at `at` in the directory, and from where to where its header and content lie. */
function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; span: [number, number] } {
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  const name = partName(bytes.subarray(at + 46, nameEnd))
  const method = view.getUint16(at + 10, true)
  const encrypted = (view.getUint16(at + 8, true) & 0x2041) !== 0
  if (encrypted || (method !== 0 && method !== 8)) throw unsafe()
  const { size, packedSize, headerAt } = sizes(view, at, nameEnd)
  const from = contentAt(bytes, view, headerAt, name)
  const packed = bytes.subarray(from, from + packedSize)
  const crc = view.getUint32(at + 16, true)
  return { entry: { name, deflated: method === 8, crc, size, packed }, span: [headerAt, from + packedSize] }
}

/** Sizes and place of an entry; some programs write them as ZIP64 (extra field 1, behind the name) however small they are. */
function sizes(view: DataView, at: number, nameEnd: number) {
  const end = nameEnd + view.getUint16(at + 30, true)
  let field = nameEnd
  while (field + 4 <= end && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true)
  field += 4
  const [size, packedSize, headerAt] = [at + 24, at + 20, at + 42].map((place) => {
    const value = view.getUint32(place, true)
    if (value !== sentinel) return value
    if (field + 8 > end) throw unsafe()
    field += 8
    return Number(view.getBigUint64(field - 8, true))
  })
  return { size: size!, packedSize: packedSize!, headerAt: headerAt! }
}

/** Where an entry's bytes begin: behind its own header, which must bear the same name. */
function contentAt(bytes: Uint8Array, view: DataView, headerAt: number, name: string): number {
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== 0x04034b50) throw damaged()
  const nameEnd = headerAt + 30 + view.getUint16(headerAt + 26, true)
  if (nameEnd > bytes.length || partName(bytes.subarray(headerAt + 30, nameEnd)) !== name) throw unsafe()
  return nameEnd + view.getUint16(headerAt + 28, true)
}

function partName(bytes: Uint8Array): string {
  const name = Buffer.from(bytes).toString('utf8')
  const path = name.endsWith('/') ? name.slice(0, -1) : name
  const odd = /[\p{Cc}\\:\uFFFD]/u.test(path) || path.split('/').some((step) => /^\.{0,2}$/.test(step))
  if (odd) throw unsafe()
  return name
}
