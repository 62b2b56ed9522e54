import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { period } from '#kernel/db/fragments.ts'
import { handle } from '#kernel/server/handle.ts'
import type { Tx } from '#kernel/server/work.ts'
import { rolesGivenBy } from '../grant/give.write.ts'
import { endedOn } from '../grant/grant.rules.ts'
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
  await cut(work.db, grantId, on)
  const handed = await work.db
    .selectFrom('access.held_grant')
    .select('id')
    .where('handed_from', '=', grantId)
    .where(sql<boolean>`coalesce(upper(valid_at), 'infinity') > ${on}::date`)
    .execute()
  for (const { id } of handed) await cut(work.db, id, on)
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

/** Shortens every row of a grant to before a day; what lies after it goes, and stays known as once believed. */
async function cut(db: Tx<'access'>, grantId: string, on: PlainDate): Promise<void> {
  const rows = await db.selectFrom('access.held_grant').select('valid_at').where('id', '=', grantId).execute()
  for (const { valid_at } of rows) {
    const left = endedOn(valid_at, on)
    const row = sql<boolean>`id = ${grantId}::uuid and valid_at = ${period(valid_at)}`
    if (left === null) await db.deleteFrom('access.held_grant').where(row).execute()
    else if (valid_at.until === null || valid_at.until > on) {
      await db
        .updateTable('access.held_grant')
        .set({ valid_at: period(left) })
        .where(row)
        .execute()
    }
  }
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
