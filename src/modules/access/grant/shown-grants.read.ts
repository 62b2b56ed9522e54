import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Tables } from '#kernel/db/schema.gen.ts'
import type { Tx } from '#kernel/server/work.ts'
import { nameUnits } from '#modules/structure/index.server.ts'
import type { ShownGrant } from './grant.contract.ts'

type GrantRow = Selectable<Tables['access.held_grant']>

/** Grants as the asker may see them, with names in words; `day` is the one for which units are named. */
export async function showGrants(
  db: Tx<'access'>,
  tx: Parameters<typeof nameUnits>[0],
  rows: readonly GrantRow[],
  day: PlainDate,
): Promise<(ShownGrant & { accountId: string })[]> {
  const roles = await db.selectFrom('access.role').select(['code', 'name_vi', 'name_en']).execute()
  const units = await nameUnits(tx, [...new Set(rows.flatMap(({ unit_id }) => unit_id ?? []))], day)
  const holders = await holdersOf(
    db,
    rows.flatMap(({ handed_from }) => handed_from ?? []),
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

/** Who holds the grants that were handed on, as far as the asker may see them. */
async function holdersOf(db: Tx<'access'>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('access.held_grant as g')
    .innerJoin('access.account as a', 'a.id', 'g.account_id')
    .select(['g.id', 'a.name'])
    .where(sql<boolean>`g.id = any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
