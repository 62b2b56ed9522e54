import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file to be put into a zip; its text is taken piece by piece. */
export interface ZipPart {
  readonly name: string
  readonly content: Iterable<string> | AsyncIterable<string>
}

/** Sizes are not known before the content has gone out, so they follow it (bit 3); names are UTF-8 (bit 11). */
const flags = 0x0808
/** 01/01/1980, the first day a zip knows: the same content makes the same bytes on every day. */
const firstDay = 0x21

/**
 * A zip as it is being made: no part is ever held as a whole. Stopping early ends the content's own iterator. Throws `RangeError` where a part
 * or the whole passes 4 GiB.
 */
export async function* zipped(parts: readonly ZipPart[]): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of parts) {
    const tally = { crc: 0, size: 0, packed: 0 }
    const header = localHeader(name)
    yield header
    for await (const chunk of deflated(content, tally)) yield chunk
    yield descriptor(tally)
    directory.push(directoryEntry(name, tally, at))
    at += header.length + tally.packed + 16
  }
  const list = Buffer.concat(directory)
  yield list
  yield endRecord(parts.length, list.length, at)
}

interface Tally {
  crc: number
  size: number
  packed: number
}

async function* deflated(content: ZipPart['content'], tally: Tally): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ chunkSize: 64 * 1024 })
  // A failing content destroys the stream, and the loop below throws its error.
  pipeline(Readable.from(counted(content, tally), { objectMode: true, highWaterMark: 1 }), deflate, () => {})
  for await (const chunk of deflate) {
    tally.packed += chunk.length
    yield chunk
  }
}

async function* counted(content: ZipPart['content'], tally: Tally): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text)
    tally.crc = crc32(bytes, tally.crc)
    tally.size += bytes.length
    yield bytes
  }
}

function localHeader(name: string): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(firstDay, 12)
  header.writeUInt16LE(Buffer.byteLength(name), 26)
  return Buffer.concat([header, Buffer.from(name)])
}

function descriptor({ crc, size, packed }: Tally): Buffer {
  const record = Buffer.alloc(16)
  record.writeUInt32LE(0x08074b50, 0)
  record.writeUInt32LE(crc, 4)
  record.writeUInt32LE(packed, 8)
  record.writeUInt32LE(size, 12)
  return record
}

function directoryEntry(name: string, { crc, size, packed }: Tally, at: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(flags, 8)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt16LE(firstDay, 14)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(Buffer.byteLength(name), 28)
  entry.writeUInt32LE(at, 42)
  return Buffer.concat([entry, Buffer.from(name)])
}

function endRecord(count: number, listLength: number, at: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(listLength, 12)
  record.writeUInt32LE(at, 16)
  return record
}
