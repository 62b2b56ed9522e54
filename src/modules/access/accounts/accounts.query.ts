import { sql } from 'kysely'
import type { Instant } from '#kernel/contract/dates.ts'
import { byKey, personSortKey } from '#kernel/contract/sort-key.ts'
import type { Db } from '#kernel/db/engine.ts'
import { handle } from '#kernel/server/handle.ts'
import { nameUnits } from '#modules/structure/index.server.ts'
import { accounts } from './accounts.contract.ts'

export default handle(accounts, async ({ db, tx, asOf }) => {
  const rows = await db.selectFrom('access.account').select(['id', 'username', 'name', 'created_at']).execute()
  rows.sort((a, b) => byKey(personSortKey(a.name), personSortKey(b.name)) || byKey(a.id, b.id))
  const recorded = await whenRecorded(tx)
  const grants = await db.selectFrom('access.held_grant').selectAll().execute()
  const roles = await db.selectFrom('access.role').selectAll().orderBy('rank').execute()
  const names = await nameUnits(
    tx,
    [...new Set(grants.flatMap((grant) => (grant.unit_id ? [grant.unit_id] : [])))],
    asOf,
  )
  return {
    accounts: rows.map((row) => ({
      id: row.id,
      username: row.username ?? '',
      displayName: row.name,
      createdAt: recorded.get(`account:${row.id}`) ?? row.created_at,
      grants: grants
        .filter((grant) => grant.account_id === row.id)
        .map((grant) => ({
          id: grant.id,
          role: grant.role,
          unitId: grant.unit_id,
          unitName: grant.unit_id ? (names.get(grant.unit_id) ?? null) : null,
          below: grant.below,
          valid: grant.valid_at,
          origin: grant.origin,
        })),
    })),
    roles: roles.map((role) => ({ code: role.code, name: { vi: role.name_vi, en: role.name_en }, verbs: role.verbs })),
  }
})

/** When each account first stands in the journal: the recorded time, which the machine's own at the row is not where it is supplied. */
async function whenRecorded(tx: Db): Promise<ReadonlyMap<string, Instant>> {
  const { rows } = await sql<{ subject: string; at: Instant }>`
    select s.subject, min(e.recorded_at) as at from journal.entry e cross join unnest(e.subjects) as s (subject)
    where e.capability in ('access.create-account', 'access.set-up') and s.subject like 'account:%' group by 1`.execute(
    tx,
  )
  return new Map(rows.map(({ subject, at }) => [subject, at]))
}
