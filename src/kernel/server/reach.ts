import { sql } from 'kysely'
import type { Contract } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Db } from '../db/engine.ts'
import type { Kernel } from './kernel.ts'
import type { Reach } from './ports.ts'
import { Refusal } from './refusal.ts'

/** Where and when a right is asked for. */
export interface Asking {
  readonly kernel: Kernel
  readonly tx: Db
  readonly contract: Contract
  readonly reach: Reach
  readonly today: PlainDate
  readonly asOf: PlainDate
}

/**
 * Throws 403 where a right does not cover all of some units. Which day's reach: what a right covers for a command is asked today, for
 * a question on its anchor date (the database does both); for a record, `on` may name the day on which its units stood as it says.
 */
export async function assertReach(asking: Asking, units: readonly string[], on?: PlainDate): Promise<void> {
  const { kernel, tx, contract, reach, today, asOf } = asking
  if (contract.permission !== 'granted' || reach.whole) return
  // A right that covers some units is no right to a deed that names none.
  if (contract.kind === 'command' && units.length === 0) {
    throw new Refusal('forbidden', 'no_grant', { wanted: { verb: contract.name, unitId: null } })
  }
  if (units.length === 0) return
  const anchor = on ?? (contract.kind === 'command' ? today : asOf)
  if (anchor !== asOf) await anchorOn(tx, anchor)
  const unitId = await kernel.ports.findOutOfReach(tx, units)
  if (unitId) throw new Refusal('forbidden', 'out_of_reach', { wanted: { verb: contract.name, unitId } })
  if (anchor !== asOf) await anchorOn(tx, asOf)
}

async function anchorOn(tx: Db, day: PlainDate): Promise<void> {
  await sql`select set_config('lienchi.as_of', ${day}, true)`.execute(tx)
}
