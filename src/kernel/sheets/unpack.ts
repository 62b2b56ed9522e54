import { crc32, createInflateRaw } from 'node:zlib'
import { megabytes, SheetRefused } from './sheet-refused.ts'
import type { ZipEntry } from './zip-entries.ts'

/** How many bytes may still be unpacked; `unpack` counts it down. */
export interface Allowance {
  left: number
  /** What it was at first, for the sentence. */
  readonly most: number
}

const slice = 64 * 1024

/**
 * What is in a file of a zip, in slices. Counts what really comes out, never what the zip states, and stops at the first slice beyond the
 * allowance or the stated size. Throws `SheetRefused`: `unpacks_too_large`; `unsafe_package` where the stated sizes lie; `damaged` where the
 * packed bytes are no deflate stream or their checksum is wrong.
 */
export async function* unpack(entry: ZipEntry, allowance: Allowance): AsyncGenerator<Uint8Array> {
  let size = 0
  let crc = 0
  for await (const chunk of entry.deflated ? inflated(entry.packed) : slices(entry.packed)) {
    size += chunk.length
    allowance.left -= chunk.length
    if (allowance.left < 0) throw new SheetRefused('unpacks_too_large', null, megabytes(allowance.most))
    if (size > entry.size) throw new SheetRefused('unsafe_package')
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (size !== entry.size) throw new SheetRefused('unsafe_package')
  if (crc !== entry.crc) throw new SheetRefused('damaged')
}

async function* inflated(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: slice })
  inflate.end(packed)
  try {
    yield* inflate
  } catch {
    throw new SheetRefused('damaged')
  }
  // Bytes behind the end of the stream are never looked at by anybody, so they have no place there.
  if (inflate.bytesWritten !== packed.length) throw new SheetRefused('unsafe_package')
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += slice) yield bytes.subarray(at, at + slice)
}
