import type { Period } from '#kernel/contract/dates.ts'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { json, period } from '#kernel/db/fragments.ts'
import type { Tx } from '#kernel/server/work.ts'
import type { GroundDocument } from './grant.contract.ts'

/** A grant about to be written. */
export interface NewGrant {
  readonly accountId: string
  readonly role: string
  readonly unitId: string | null
  readonly reach: 'own' | 'below' | 'organs'
  readonly valid: Period
  readonly originKind: 'post' | 'appointment' | 'deputy' | 'mandate'
  readonly origin: string
  readonly document?: GroundDocument | null
  readonly handedFrom?: string
  readonly reason?: string
  readonly mandateId?: string
}

/** Writes a grant. Returns its id. */
export async function writeGrant(db: Tx<'access'>, grant: NewGrant): Promise<string> {
  const id = uuidv7()
  await db
    .insertInto('access.held_grant')
    .values({
      id,
      account_id: grant.accountId,
      role: grant.role,
      unit_id: grant.unitId,
      reach: grant.reach,
      valid_at: period(grant.valid),
      origin_kind: grant.originKind,
      origin: grant.origin,
      document: json(grant.document ?? null),
      handed_from: grant.handedFrom ?? null,
      reason: grant.reason ?? null,
      mandate_id: grant.mandateId ?? null,
    })
    .execute()
  return id
}
