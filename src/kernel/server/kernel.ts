import { sql } from 'kysely'
import type { Contract } from '#kernel/contract/contract.ts'
import type { Instant } from '#kernel/contract/dates.ts'
import type { Db, Engine } from '../db/engine.ts'
import type { Tries } from './limits.ts'
import type { Listener } from './module.ts'
import type { Clocks, Ports } from './ports.ts'

/** What every run of a capability needs; made once at the start. */
export interface Kernel {
  readonly engine: Engine
  readonly ports: Ports
  readonly tries: Tries
  readonly listeners: ReadonlyMap<string, readonly Listener[]>
  /** The clocks as set now; `suppliedNow` (demo, history loader) takes the place of the recorded time. */
  clocks(suppliedNow?: Instant): Promise<Clocks>
  /** Forgets what was read of the settings (a command has changed them). */
  settingsChanged(): void
  /** Wakes the relay: something is in the outbox. */
  wake(): void
  /** Refuses a command while the journal could not be sealed for too long; absent where this process does not seal. */
  readonly assertSealed?: (contract: Contract) => Promise<void>
  /** Reports what is our own fault; never personal data. The id is that of the answer (x-request-id). */
  alarm(error: unknown, where: string, requestId?: string): void
}

/** Runs in a transaction as the system role: relay, sealing, clearing, attempts. Never for a person's request. */
export async function asSystem<T>(engine: Engine, run: (tx: Db) => Promise<T>): Promise<T> {
  const answer = await engine.db.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'lienchi_system', true)`.execute(tx)
    return run(tx)
  })
  await engine.flush()
  return answer
}
