import { sql } from 'kysely'
import { fold } from '#kernel/contract/fold.ts'
import { byKey, personSortKey } from '#kernel/contract/sort-key.ts'
import { handle } from '#kernel/server/handle.ts'
import { showGrants } from '../grant/shown-grants.read.ts'
import { accounts } from './accounts.contract.ts'

export default handle(accounts, async ({ db, tx, today }, { text, unitId, after, limit }) => {
  let found = db.selectFrom('access.account').select(['id', 'username', 'name'])
  if (unitId) {
    found = found.where(
      sql<boolean>`exists (select from access.held_grant g where g.account_id = account.id and g.unit_id = ${unitId}::uuid
        and coalesce(upper(g.valid_at), 'infinity') > ${today}::date)`,
    )
  }
  const wanted = text ? fold(text) : ''
  const rows = (await found.execute()).filter(({ name, username }) => fold(`${name} ${username}`).includes(wanted))
  const keyed = rows.map((row) => ({ row, key: personSortKey(row.name) }))
  const inOrder = keyed.toSorted((a, b) => byKey(a.key, b.key) || byKey(a.row.id, b.row.id)).map(({ row }) => row)
  const start = after ? inOrder.findIndex(({ id }) => id === after) + 1 : 0
  const page = inOrder.slice(start, start + limit)
  const held = await db
    .selectFrom('access.held_grant')
    .selectAll()
    .where(sql<boolean>`account_id = any(${page.map(({ id }) => id)}::uuid[])`)
    .where(sql<boolean>`coalesce(upper(valid_at), 'infinity') > ${today}::date`)
    .orderBy('valid_at')
    .execute()
  const grants = await showGrants(db, tx, held, today)
  return {
    accounts: page.map(({ id, username, name }) => ({
      id,
      username: username ?? '',
      displayName: name,
      grants: grants.filter(({ accountId }) => accountId === id).map(({ accountId: _, ...grant }) => grant),
    })),
    total: inOrder.length,
    next: start + limit < inOrder.length ? (page.at(-1)?.id ?? null) : null,
  }
})
