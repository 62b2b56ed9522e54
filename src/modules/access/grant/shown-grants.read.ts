import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Db } from '#kernel/db/engine.ts'
import type { Tables } from '#kernel/db/schema.gen.ts'
import type { Tx } from '#kernel/server/work.ts'
import { nameUnits } from '#modules/structure/index.server.ts'
import type { ShownGrant } from './grant.contract.ts'

type GrantRow = Selectable<Tables['access.held_grant']>

/** Grants as the asker may see them, with names in words; `day` is the one for which units are named. */
export async function showGrants(
  db: Tx<'access'>,
  tx: Db,
  rows: readonly GrantRow[],
  day: PlainDate,
): Promise<(ShownGrant & { accountId: string })[]> {
  const roles = await db.selectFrom('access.role').select(['code', 'name_vi', 'name_en']).execute()
  const units = await nameUnits(tx, [...new Set(rows.flatMap(({ unit_id }) => unit_id ?? []))], day)
  const holders = await holdersOf(
    tx,
    rows.flatMap(({ handed_from }) => handed_from ?? []),
    day,
  )
  return rows.map((row) => {
    const role = roles.find(({ code }) => code === row.role)
    return {
      id: row.id,
      accountId: row.account_id,
      role: { code: row.role, name: { vi: role?.name_vi ?? row.role, en: role?.name_en ?? row.role } },
      unit: row.unit_id === null ? null : { id: row.unit_id, name: units.get(row.unit_id) ?? null },
      reach: row.reach as ShownGrant['reach'],
      valid: row.valid_at,
      originKind: row.origin_kind as ShownGrant['originKind'],
      origin: row.origin,
      document: (row.document as ShownGrant['document']) ?? null,
      handedFrom:
        row.handed_from === null ? null : { grantId: row.handed_from, holder: holders.get(row.handed_from) ?? null },
      reason: row.reason,
    }
  })
}

/** In whose place deputies act on a day. */
async function holdersOf(tx: Db, ids: readonly string[], day: PlainDate): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select h.id, n.name from access.holders_of(${[...new Set(ids)]}::uuid[], ${day}::date) h
      cross join lateral access.names_of(array[h.account_id]) n`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
