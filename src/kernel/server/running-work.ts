import { sql } from 'kysely'
import { uuidv7 } from '#kernel/contract/ids.ts'
import type { Db } from '../db/engine.ts'
import { json } from '../db/fragments.ts'
import { asKnown } from '../db/known.ts'
import { endOfDay } from './clocks.ts'
import { writeReading } from './journal.ts'
import { type Clocks, mayAnywhere, type Session } from './ports.ts'
import { type Asking, assertReach } from './reach.ts'
import { Refusal } from './refusal.ts'
import type { Change, Outgoing, Work } from './work.ts'

interface Making {
  asking: Asking
  actor: Session | null
  clocks: Clocks
  entry: number | null
}

/** A `work` and what the kernel takes out of it when the deed is done. */
export interface RunningWork {
  readonly work: Work
  change(): Change
  putOutgoing(): Promise<void>
  /** Logs whose data was read; throws where a contract that shows personal data did not say whose. */
  putReadings(): Promise<void>
  /** Throws where a deed that finds its units by itself never asked whether the right covers them. */
  assertReachWasAsked(): void
}

/** Makes the `work` of one run. */
export function makeWork({ asking, actor, clocks, entry }: Making): RunningWork {
  const { kernel, tx, contract, asOf } = asking
  let reachAsked = contract.units !== 'of-the-record'
  let change: Change = {}
  const outgoing: Outgoing[] = []
  let read: Set<string> | null = null
  const work: Work = {
    capability: contract.name,
    actor,
    today: clocks.today,
    now: clocks.now,
    zone: clocks.zone,
    asOf,
    entry,
    db: tx as never,
    tx,
    may: (capability) => actor !== null && mayAnywhere(actor.grants, capability),
    asKnownOn: async (day, tables) => {
      await sql`select set_config('lienchi.known_at', ${endOfDay(clocks.zone, day)}, true)`.execute(tx)
      return tx.withPlugin(asKnown(contract.name.slice(0, contract.name.indexOf('.')), tables)) as never
    },
    assertReach: async (units, on) => {
      await assertReach(asking, units, on)
      reachAsked = true
    },
    refuse: (code, params, issues) => {
      throw new Refusal('refused', code, { ...(params ? { params } : {}), ...(issues ? { issues } : {}) })
    },
    missing: () => {
      throw new Refusal('missing', 'not_found')
    },
    conflict: (current) => {
      throw new Refusal('conflict', 'changed_meanwhile', { current })
    },
    record: (more) => {
      change = merge(change, more)
    },
    asReader: (read) => asReader(tx, read),
    readPersonal: (subjects) => {
      if (contract.reads !== 'personal')
        throw new Error(`${contract.name} shows personal data and its contract does not say so`)
      read = new Set([...(read ?? []), ...subjects])
    },
    enqueue: (job, payload) => {
      outgoing.push({ job, payload })
    },
    emit: async (event, payload) => {
      for (const listener of kernel.listeners.get(event) ?? []) await listener.hear(work, payload)
    },
  }
  return {
    work,
    change: () => change,
    assertReachWasAsked: () => {
      if (!reachAsked) throw new Error(`${contract.name} never asked whether the right covers the units of its record`)
    },
    putReadings: async () => {
      if (contract.reads !== 'personal') return
      if (read === null) throw new Error(`${contract.name} shows personal data and did not say whose`)
      if (read.size > 0) await writeReading(tx, actor, contract, [...read], entry)
    },
    putOutgoing: async () => {
      if (outgoing.length === 0) return
      const rows = outgoing.map(({ job, payload }) => ({ id: uuidv7(), job, payload: json(payload) }))
      await tx.insertInto('kernel.outbox').values(rows).execute()
    },
  }
}

async function asReader<T>(tx: Db, read: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'lienchi_reader', true)`.execute(tx)
  const answer = await read()
  await sql`select set_config('role', 'lienchi_writer', true)`.execute(tx)
  return answer
}

function merge(one: Change, more: Change): Change {
  return {
    ...one,
    ...more,
    units: [...new Set([...(one.units ?? []), ...(more.units ?? [])])],
    subjects: [...new Set([...(one.subjects ?? []), ...(more.subjects ?? [])])],
  }
}
