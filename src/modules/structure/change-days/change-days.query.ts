import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import { changeDays } from './change-days.contract.ts'

export default handle(changeDays, async ({ db, missing }, { unitId }) => {
  const seen = await db
    .selectFrom('structure.unit_version')
    .select('unit_id')
    .where('unit_id', '=', unitId)
    .limit(1)
    .executeTakeFirst()
  if (!seen) missing()
  // A unit that went away on the day stood below until then: its line ends where the day begins.
  const { rows } = await sql<{ on: PlainDate; acts: number }>`
    select a.effective_on as "on", count(distinct a.id) as acts
    from structure.unit_path p
      join structure.act_unit t on t.unit_id = p.unit_id
      join structure.act a on a.id = t.act_id
    where p.ancestors @> array[${unitId}::uuid] and p.valid_at && daterange(a.effective_on - 1, a.effective_on, '[]')
      and a.effective_precision <> 'unknown' and a.revoked_kind is null
    group by 1 order by 1`.execute(db)
  return { unitId, days: rows }
})
