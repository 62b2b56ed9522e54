import { sql } from 'kysely'
import { z } from 'zod'
import type { Contract } from '#kernel/contract/contract.ts'
import type { Engine } from '../db/engine.ts'
import { asSystem } from './kernel.ts'
import { Refusal } from './refusal.ts'

/** The setting `journal`: after how long an entry that no seal covers closes the journal for writing; null: never. */
const JournalSetting = z.object({ readOnlyAfterMinutes: z.number().positive().nullable().default(60) })

/** How sealing stands. */
export interface SealState {
  readonly lastSealedAt: string | null
  readonly unsealed: number
  readonly oldestUnsealedSeconds: number | null
  /** When sealing in this process began to fail; null: it works. */
  readonly failingSince: string | null
}

/** Keeps an eye on sealing for all commands of this process. */
export interface SealWatch {
  /** Reads anew how sealing stands, whoever seals. */
  look(): Promise<SealState>
  /** Tells whether a try to seal went well. */
  tried(well: boolean): void
  /** Refuses a command while an entry has waited for its seal longer than the setting allows. */
  assertSealed(contract: Contract): Promise<void>
  /** What whoever runs the machine should know. */
  warnings(): string[]
}

/** Signing in and out stays possible while nothing else is written. */
const alwaysAnswers: ReadonlySet<string> = new Set(['access.sign-in', 'access.sign-out'])

/** What was read holds this long, in milliseconds. */
const freshFor = 3000
/** Sealing is late when an entry has waited for so many seconds: twice the longest time between two seals. */
const late = 120

/** Watches the sealing of an engine. */
export function makeSealWatch(engine: Engine): SealWatch {
  let failingSince: string | null = null
  let read: (Read & { at: number }) | undefined

  async function look(): Promise<SealState> {
    read = { ...(await readState(engine)), at: performance.now() }
    return state(read)
  }

  function state({ lastSealedAt, unsealed, oldestUnsealedSeconds }: Read): SealState {
    return { lastSealedAt, unsealed, oldestUnsealedSeconds, failingSince }
  }

  return {
    look,
    tried(well) {
      failingSince = well ? null : (failingSince ?? new Date().toISOString())
    },
    async assertSealed(contract) {
      if (alwaysAnswers.has(contract.name)) return
      if (!read || performance.now() - read.at > freshFor) await look()
      const { readOnlyAfterMinutes, oldestUnsealedSeconds } = read!
      if (readOnlyAfterMinutes === null || oldestUnsealedSeconds === null) return
      if (oldestUnsealedSeconds > readOnlyAfterMinutes * 60) throw new Refusal('busy', 'journal_not_sealed')
    },
    warnings() {
      const seconds = Math.round(read?.oldestUnsealedSeconds ?? 0)
      return [
        ...(failingSince ? [`the journal cannot be sealed since ${failingSince}`] : []),
        ...(seconds > late ? [`the oldest entry of the journal has not been sealed for ${seconds} s`] : []),
      ]
    },
  }
}

interface Read extends Omit<SealState, 'failingSince'> {
  readonly readOnlyAfterMinutes: number | null
}

async function readState(engine: Engine): Promise<Read> {
  const { rows } = await asSystem(engine, (tx) =>
    sql<{ setting: unknown; sealed_at: string | null; unsealed: number; oldest: number | null }>`
      with last as (select closed_through, sealed_at from journal.block order by no desc limit 1)
      select (select value from kernel.setting where key = 'journal') as setting, (select sealed_at from last) as sealed_at,
        count(*) as unsealed, extract(epoch from clock_timestamp() - min(e.written_at))::float8 as oldest
      from journal.entry e
      where e.id > coalesce((select closed_through from last), 0)
        and not exists (select from journal.sealed s where s.entry_id = e.id)`.execute(tx),
  )
  const { setting, sealed_at, unsealed, oldest } = rows[0]!
  return {
    lastSealedAt: sealed_at,
    unsealed,
    oldestUnsealedSeconds: oldest === null ? null : Math.max(0, oldest),
    ...JournalSetting.parse(setting ?? {}),
  }
}
