import { minimumFreeBytes } from '../db/embedded/space.ts'
import type { Engine } from '../db/engine.ts'
import { Refusal } from './refusal.ts'

const askedEvery = 5000
const lastAsked = new WeakMap<Engine, { at: number; free: number | null }>()

/** Refuses writing while the disk is nearly full: a full disk hangs the embedded engine for ever. Asked at most every 5 s. */
export async function assertRoomToWrite(engine: Engine): Promise<void> {
  if (engine.kind !== 'embedded') return
  let asked = lastAsked.get(engine)
  if (!asked || performance.now() - asked.at > askedEvery) {
    asked = { at: performance.now(), free: await engine.freeBytes() }
    lastAsked.set(engine, asked)
  }
  if (asked.free !== null && asked.free < minimumFreeBytes) throw new Refusal('busy', 'disk_nearly_full')
}
