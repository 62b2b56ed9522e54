import { sql } from 'kysely'
import type { Instant } from '#kernel/contract/dates.ts'
import type { Engine } from '../db/engine.ts'
import { writeSystemEntry } from './journal.ts'
import { asSystem } from './kernel.ts'

/** What the machine's clock and its steady count of time say, in milliseconds. */
export interface MachineClocks {
  wall(): number
  steady(): number
}

/** A jump: what the clock would have said, and what it said. */
export interface Jump {
  readonly expected: Instant
  readonly found: Instant
}

/** A difference of the two that is no jump yet, in milliseconds. */
const tolerance = 30_000
const every = 5000

const instant = (milliseconds: number) => new Date(milliseconds).toISOString() as Instant

/** Tells at each asking whether the clock has jumped since the last one. */
export function jumpsOf({ wall, steady }: MachineClocks): () => Jump | null {
  let last = { wall: wall(), steady: steady() }
  return () => {
    const now = { wall: wall(), steady: steady() }
    const expected = last.wall + now.steady - last.steady
    last = now
    return Math.abs(now.wall - expected) > tolerance ? { expected: instant(expected), found: instant(now.wall) } : null
  }
}

/** Whether the clock stands before the newest entry: it was set back while the product did not run. */
export async function jumpSinceLastEntry(engine: Engine): Promise<Jump | null> {
  const { rows } = await asSystem(engine, (tx) =>
    sql<{ expected: Instant; found: Instant; behind: number }>`
      select written_at as expected, clock_timestamp() as found,
        extract(epoch from written_at - clock_timestamp())::float8 as behind
      from journal.entry order by id desc limit 1`.execute(tx),
  )
  const newest = rows[0]
  return newest && newest.behind * 1000 > tolerance ? { expected: newest.expected, found: newest.found } : null
}

/** Writes a jump down in the journal. */
export async function recordJump(engine: Engine, { expected, found }: Jump): Promise<void> {
  await writeSystemEntry(engine, 'kernel.clock-jumped', {
    subjects: ['machine:clock'],
    before: { clock: expected },
    after: { clock: found },
  })
}

/** Watches the machine's clock and writes every jump down, the one while the product did not run first. Returns what ends it. */
export function watchClock(engine: Engine, alarm: (error: unknown, where: string) => void): () => void {
  const jumped = jumpsOf({ wall: () => Date.now(), steady: () => performance.now() })
  const record = (found: Promise<Jump | null>) =>
    void found
      .then((jump) => (jump ? recordJump(engine, jump) : undefined))
      .catch((error: unknown) => alarm(error, 'clock'))
  record(jumpSinceLastEntry(engine))
  const ticking = setInterval(() => record(Promise.resolve(jumped())), every)
  ticking.unref()
  return () => clearInterval(ticking)
}
