import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { PGlite } from '@electric-sql/pglite'
import { damaged } from './refused.ts'
import { writeWhole } from './whole-file.ts'

const block = 512

/**
 * Writes the embedded database's files as a gzip'd tar. A checkpoint goes first, so that the log in it is short. The one connection
 * must be held; everybody waits while the files are read.
 */
export async function writeImage(pg: PGlite, file: string): Promise<void> {
  await pg.exec('checkpoint')
  const dump = await pg.dumpDataDir('gzip')
  await writeWhole(file, dump.stream())
}

/** Reads an image to its end: the gzip's own checksum, the shape of the tar, the files without which no database opens. Throws BackupRefused. */
export async function checkImage(file: string): Promise<void> {
  const missing = new Set(['PG_VERSION', 'global/pg_control', 'pg_wal'])
  const unpacked = createGunzip()
  pipeline(createReadStream(file), unpacked).catch(() => {}) // its error also comes out of `unpacked`
  let begun = Buffer.alloc(0)
  let skip = 0 // bytes of content still to pass over
  let ended = false
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      let at = Math.min(skip, chunk.length)
      skip -= at
      if (skip > 0) continue
      begun = Buffer.concat([begun, chunk.subarray(at)])
      at = 0
      while (!ended && begun.length - at >= block) {
        const header = begun.subarray(at, at + block)
        if (header[0] === 0) {
          ended = true
          break
        }
        const { name, size } = readHeader(header)
        missing.delete(name)
        at += block + Math.ceil(size / block) * block
      }
      skip = Math.max(0, at - begun.length)
      begun = ended ? Buffer.alloc(0) : Buffer.from(begun.subarray(at))
    }
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error))
  }
  if (skip > 0 || missing.size > 0) throw damaged(file, `without ${[...missing].join(', ') || 'its end'}`)
}

function readHeader(header: Buffer): { name: string; size: number } {
  const text = (from: number, to: number) => header.toString('latin1', from, to).replace(/\0.*$/s, '').trim()
  const size = Number.parseInt(text(124, 136), 8)
  if (Number.isNaN(size)) throw new Error('not a tar')
  return { name: text(0, 100).replace(/^\/+/, '').replace(/\/+$/, ''), size }
}
