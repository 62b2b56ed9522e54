// Writes into the folder of the first argument until the disk has no room for the log, and says what was acknowledged.
import { writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { openEmbedded } from '#kernel/db/embedded/open.ts'
import { prepareWorkload, workload } from './workload.ts'

const fs = createRequire(import.meta.url)('node:fs') as typeof import('node:fs') // the object PGlite's file layer calls
const engine = await openEmbedded({ folder: process.argv[2]! })
await prepareWorkload(engine)
let acknowledged = 0
const { openSync, writeSync: write } = fs
const logs = new Set<number>()
fs.openSync = (path, ...rest) => {
  const fd = openSync(path, ...rest)
  if (String(path).includes('/pg_wal/')) logs.add(fd)
  else logs.delete(fd)
  return fd
}
fs.writeSync = ((fd: number, bytes: Uint8Array, offset: number, length: number, position: number) => {
  if (acknowledged > 500 && logs.has(fd))
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  return write(fd, bytes, offset, length, position)
}) as typeof fs.writeSync
await workload(engine, 1, 0, (what) => {
  acknowledged++
  writeSync(1, `${JSON.stringify(what)}\n`)
})
