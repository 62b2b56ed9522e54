import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWal, type SyncCalls } from './wal.ts'

/** Syncs that are counted, and finish when told. */
function heldSyncs() {
  const later: (() => void)[] = []
  let now = 0
  const calls: SyncCalls = {
    later: () => new Promise((resolve) => later.push(resolve)),
    now: () => {
      now++
    },
  }
  return { calls, later, now: () => now }
}

/** Lets everything that is ready go on. */
const breath = () => new Promise((resolve) => setImmediate(resolve))

describe('the log’s debt', () => {
  let folder: string
  const segment = (n: number) => join(folder, `00000001000000000000000${n}`)
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wal-'))
    for (const n of [1, 2, 3]) writeFileSync(segment(n), 'x')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('without a debt costs nothing', async () => {
    const held = heldSyncs()
    const wal = makeWal(() => {}, held.calls)
    await wal.flush()
    wal.settleNow()
    expect([held.later.length, held.now()]).toEqual([0, 0])
    wal.close()
  })

  it('many who wait share one sync, and a sync begun earlier does not count', async () => {
    const held = heldSyncs()
    const wal = makeWal(() => {}, held.calls)
    const done: string[] = []
    const commit = (name: string) => {
      wal.owe(segment(1))
      return wal.flush().then(() => done.push(name))
    }
    const all = [commit('first')]
    await breath()
    expect(held.later.length).toBe(1) // the first one's sync is under way
    for (const name of ['a', 'b', 'c', 'd']) all.push(commit(name))
    await breath()
    expect(held.later.length).toBe(1)
    held.later[0]!()
    await breath()
    expect(done).toEqual(['first']) // the others came after it had begun
    expect(held.later.length).toBe(2) // and share one of their own
    held.later[1]!()
    await Promise.all(all)
    expect(done).toEqual(['first', 'a', 'b', 'c', 'd'])
    expect(held.later.length).toBe(2)
    expect(wal.owes()).toBe(false)
    wal.close()
  })

  it('a commit over two segments waits for both', async () => {
    const held = heldSyncs()
    const wal = makeWal(() => {}, held.calls)
    let done = false
    wal.owe(segment(1))
    wal.owe(segment(2))
    const flushed = wal.flush().then(() => {
      done = true
    })
    await breath()
    expect(held.later.length).toBe(2)
    held.later[1]!()
    await breath()
    expect(done).toBe(false)
    held.later[0]!()
    await flushed
    expect(wal.begun()).toBe(2)
    wal.close()
  })

  it('settles at once before something outside the log is written, also what is under way', async () => {
    const held = heldSyncs()
    const wal = makeWal(() => {}, held.calls)
    wal.owe(segment(1))
    const flushed = wal.flush()
    await breath()
    wal.owe(segment(2))
    wal.settleNow()
    expect(held.now()).toBe(2)
    expect(wal.owes()).toBe(false)
    held.later[0]!()
    await flushed
    wal.close()
  })

  it('a segment that is renamed is settled and forgotten', () => {
    const held = heldSyncs()
    const wal = makeWal(() => {}, held.calls)
    wal.owe(segment(1))
    wal.forget(segment(1))
    expect(held.now()).toBe(1)
    wal.owe(segment(1)) // opens it anew
    wal.close()
  })

  it('a disk that refused once is never believed again', async () => {
    const broken: unknown[] = []
    let times = 0
    const refusing: SyncCalls = {
      later: async () => {
        if (times++ === 0) throw new Error('input/output error')
      },
      now: () => {},
    }
    const wal = makeWal((error) => broken.push(error), refusing)
    wal.owe(segment(1))
    const results = await Promise.allSettled([wal.flush(), wal.flush()])
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected'])
    expect(broken.length).toBe(1)
    await expect(wal.flush()).rejects.toThrow('input/output error')
    expect(() => wal.settleNow()).toThrow('input/output error')
    wal.owe(segment(1))
    await expect(wal.flush()).rejects.toThrow('input/output error')
    expect(broken.length).toBe(1)
    wal.close()
  })
})
