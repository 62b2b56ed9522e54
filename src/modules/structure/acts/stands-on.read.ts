import { sql } from 'kysely'
import type { Tx } from '#kernel/server/work.ts'

/**
 * Acts that stand on another: entered after it, holding from its day or later, and naming a unit that it touched (as their own, as a
 * superior, as one that goes on).
 */
export async function listWhatStandsOn(db: Tx<'structure'>, actId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with touched as (select unit_id from structure.act_unit where act_id = ${actId}::uuid)
    select distinct a.id from structure.act a join structure.act base on base.id = ${actId}::uuid
    where a.id <> base.id and a.entry > base.entry and a.revoked_kind is null
      and (a.effective_on, a.place) > (base.effective_on, base.place)
      and (exists (select from structure.act_unit u where u.act_id = a.id
          and (u.unit_id in (table touched) or (u.said ->> 'parent')::uuid in (table touched)))
        or exists (select from structure.lineage l where l.act_id = a.id and (l.from_id in (table touched) or l.to_id in (table touched))))
    limit 20`.execute(db)
  return rows.map(({ id }) => id)
}
