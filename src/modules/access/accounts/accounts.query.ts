import { handle } from '#kernel/server/handle.ts'
import { nameUnits } from '#modules/structure/index.server.ts'
import { accounts } from './accounts.contract.ts'

export default handle(accounts, async ({ db, tx, asOf }) => {
  const rows = await db
    .selectFrom('access.account')
    .select(['id', 'username', 'name', 'created_at'])
    .orderBy('name')
    .execute()
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
      createdAt: row.created_at,
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
