import { sql } from 'kysely'
import type { Tx, Work } from '#kernel/server/work.ts'
import { rolesGivenIn } from './grant/give.write.ts'

/**
 * Ends the deed unless the actor is in charge of an account: not their own, every unit of its grants in reach, every role of it among
 * those that the actor's role gives. So an office cannot take over its superiors' accounts or an administrator's.
 */
export async function assertInChargeOf<N extends `access.${string}`>(
  work: Work<N, 'not_to_oneself' | 'not_yours_to_give'>,
  accountId: string,
): Promise<void> {
  const db = work.db as unknown as Tx<'access'>
  const held = await db
    .selectFrom('access.held_grant')
    .select(['role', 'unit_id'])
    .where('account_id', '=', accountId)
    .where(sql<boolean>`coalesce(upper(valid_at), 'infinity') > ${work.today}::date`)
    .execute()
  const units = held.map(({ unit_id }) => unit_id)
  // A grant over the whole organisation, or none at all, is in charge of whoever reaches the whole.
  if (units.length === 0 || units.includes(null)) await work.assertReach([])
  await work.assertReach(units.flatMap((id) => id ?? []))
  if (accountId === work.actor!.accountId) return work.refuse('not_to_oneself')
  const gives = await rolesGivenIn(db, work.actor!)
  if (held.some(({ role }) => !gives.has(role))) return work.refuse('not_yours_to_give')
}
