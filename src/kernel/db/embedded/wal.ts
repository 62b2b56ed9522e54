import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'
import { promisify } from 'node:util'

const syncLater = promisify(fdatasync)

/** The system calls, replaceable by a test that counts or delays them. */
export interface SyncCalls {
  later(descriptor: number): Promise<void>
  now(descriptor: number): void
}

const system: SyncCalls = { later: syncLater, now: fdatasyncSync }

/**
 * The write-ahead log's debt to the disk. PostgreSQL asks for a sync of the log at every commit; we note it (`owe`) and pay before
 * the commit is acknowledged (`flush`, many at once, off the thread) or before anything outside the log is written (`settleNow`),
 * which is PostgreSQL's own rule: the log reaches the disk before what it describes.
 */
export interface Wal {
  /** Notes that this segment must reach the disk. */
  owe(segment: string): void
  /** Whether something is owed. */
  owes(): boolean
  /** Resolves when everything owed at the moment of the call is on the disk. A sync begun earlier does not count. */
  flush(): Promise<void>
  /** Pays everything owed before it returns. */
  settleNow(): void
  /** How many segments have been begun since the log was opened. */
  begun(): number
  /** Forgets a segment that is renamed or removed; settles first. */
  forget(segment: string): void
  close(): void
}

/** `broken` is called once when the disk refuses a sync: what is not on the disk then can never be trusted to get there. */
export function makeWal(broken: (error: unknown) => void, calls: SyncCalls = system): Wal {
  const descriptors = new Map<string, number>()
  let owed = new Set<string>()
  let flying: { until: number; segments: Set<string>; done: Promise<void> } | null = null
  let asked = 0
  let paid = 0
  let newest = ''
  let begun = 0
  let failed: unknown

  function descriptor(segment: string): number {
    let fd = descriptors.get(segment)
    if (fd === undefined) {
      fd = openSync(segment, 'r+')
      descriptors.set(segment, fd)
    }
    return fd
  }

  function closeIdle(): void {
    for (const [segment, fd] of descriptors) {
      if (segment === newest || owed.has(segment) || flying?.segments.has(segment)) continue
      descriptors.delete(segment)
      closeSync(fd)
    }
  }

  function fail(error: unknown): never {
    if (!failed) broken(error)
    failed ??= error
    throw error
  }

  function start(): Promise<void> {
    const until = asked
    const segments = owed
    owed = new Set()
    const done = Promise.all([...segments].map((segment) => calls.later(descriptor(segment))))
      .then(() => {
        paid = Math.max(paid, until)
      })
      .catch(fail)
      .finally(() => {
        flying = null
        closeIdle()
      })
    flying = { until, segments, done }
    return done
  }

  function settleNow(): void {
    if (failed) throw failed
    if (paid >= asked) return
    try {
      for (const segment of new Set([...owed, ...(flying?.segments ?? [])])) calls.now(descriptor(segment))
    } catch (error) {
      fail(error)
    }
    owed = new Set()
    paid = asked
  }

  return {
    owe(segment) {
      descriptor(segment)
      owed.add(segment)
      asked++
      if (segment > newest) {
        newest = segment
        begun++
      }
    },
    owes: () => paid < asked,
    begun: () => begun,
    async flush() {
      const until = asked
      while (paid < until) {
        if (failed) throw failed
        await (flying ? flying.done : start())
      }
    },
    settleNow,
    forget(segment) {
      settleNow()
      const fd = descriptors.get(segment)
      if (fd === undefined || flying?.segments.has(segment)) return
      descriptors.delete(segment)
      closeSync(fd)
    },
    close() {
      if (!failed) settleNow()
      for (const fd of descriptors.values()) closeSync(fd)
      descriptors.clear()
    },
  }
}
