// Writes into a folder on a disk that remembers only what was synced, until the power is cut before the given change or sync.
// Arguments: folder, image (what the cut leaves), file for what was acknowledged, seed, last id, when to cut (`call 1200`: before that
// change or sync; `acknowledgement 300`: at that one), how the disk lies.
import { writeFileSync } from 'node:fs'
import { installFakeDisk } from './fake-disk.ts'
import { type Acknowledged, prepareWorkload, seeded, workload } from './workload.ts'

const [folder, image, report, seed, lastId, when, lie] = process.argv.slice(2)
const lies: Record<string, (path: string, call: string) => boolean> = {
  'no flush before the acknowledgement': (_, call) => call === 'fdatasync',
  'only the log is synced': (path, call) => call === 'fdatasyncSync' && !/\/pg_wal\/[0-9A-F]{24}$/.test(path),
}
const random = seeded(Number(seed))
const chances = [0, 0.5, 1]
const remains = { random, log: chances[Math.floor(random() * 3)]!, others: chances[Math.floor(random() * 3)]! }
const acknowledged: Acknowledged[] = []
const disk = installFakeDisk(folder!, image!, lies[lie ?? ''])
const [moment, number] = when!.split(' ')

function cut(): never {
  disk.beforeEach = () => {}
  disk.cut(remains)
  writeFileSync(report!, JSON.stringify(acknowledged))
  process.exit(0)
}

disk.beforeEach = (count) => {
  if (moment === 'call' && count >= Number(number)) cut()
}
const { openEmbedded } = await import('#kernel/db/embedded/open.ts') // after the disk, so that nothing holds the real calls
const engine = await openEmbedded({ folder: folder! })
await prepareWorkload(engine)
await workload(engine, Number(seed), Number(lastId), (what) => {
  acknowledged.push(what)
  if (moment === 'acknowledgement' && acknowledged.length >= Number(number)) cut()
})
