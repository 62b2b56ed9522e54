import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import type { Tx } from '#kernel/server/work.ts'
import { cutGrant } from '../grant/cut.write.ts'
import { rolesGivenBy } from '../grant/give.write.ts'
import { endGrant } from './end-grant.contract.ts'

export default handle(endGrant, async (work, { grantId, on = work.today, reason, document }) => {
  const grant = await work.db
    .selectFrom('access.held_grant')
    .selectAll()
    .where('id', '=', grantId)
    .orderBy('valid_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!grant) return work.missing()
  await work.assertReach(grant.unit_id ? [grant.unit_id] : [])
  const me = work.actor!.accountId
  const handedByMe = grant.handed_from !== null && (await holderOf(work.db, grant.handed_from)) === me
  if (!handedByMe) {
    if (grant.account_id === me) return work.refuse('not_to_oneself')
    const gives = await rolesGivenBy(work.db, work.actor!, work.capability)
    if (!gives.includes(grant.role)) return work.refuse('not_yours_to_give')
  }
  if (on < work.today) return work.refuse('day_is_past')
  const { until } = grant.valid_at
  if (until !== null && until <= on) return work.refuse('ended_already')
  await cutGrant(work.db, grantId, on)
  const handed = await work.db
    .selectFrom('access.held_grant')
    .select('id')
    .where('handed_from', '=', grantId)
    .where(sql<boolean>`coalesce(upper(valid_at), 'infinity') > ${on}::date`)
    .execute()
  for (const { id } of handed) await cutGrant(work.db, id, on)
  if (grant.role === 'administrator' && !(await hasAdministrator(work.db, on))) return work.refuse('last_administrator')
  work.record({
    subjects: [`account:${grant.account_id}`, `grant:${grantId}`, ...handed.map(({ id }) => `grant:${id}`)],
    units: grant.unit_id ? [grant.unit_id] : [],
    before: { role: grant.role, valid: grant.valid_at, origin: grant.origin },
    after: { until: on },
    ground: { reason, document },
  })
  return {}
})

async function holderOf(db: Tx<'access'>, grantId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('access.held_grant')
    .select('account_id')
    .where('id', '=', grantId)
    .limit(1)
    .executeTakeFirst()
  return row?.account_id
}

/** An installation without an administrator could give nobody anything any more. */
async function hasAdministrator(db: Tx<'access'>, on: PlainDate): Promise<boolean> {
  const row = await db
    .selectFrom('access.held_grant')
    .select('id')
    .where('role', '=', 'administrator')
    .where(sql<boolean>`valid_at @> ${on}::date and upper_inf(valid_at)`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
