// Writes without end into the folder of the first argument and says on its output what was acknowledged, until it is killed.
import { writeSync } from 'node:fs'
import { openEmbedded } from '#kernel/db/embedded/open.ts'
import { prepareWorkload, workload } from './workload.ts'

const [folder, seed, lastId] = process.argv.slice(2)
const engine = await openEmbedded({ folder: folder! })
await prepareWorkload(engine)
await workload(engine, Number(seed), Number(lastId), (what) => writeSync(1, `${JSON.stringify(what)}\n`))
