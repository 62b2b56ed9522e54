import { sql } from 'kysely'
import type { DatePrecision, PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'
import { linesOf, listRanks } from '../tree/beside.read.ts'
import { arrange, hangingNowhere, hangOnShown } from '../tree/tree.rules.ts'
import type { ExportedUnit } from './exported-file.contract.ts'

/** A unit of the tree with what a table says of it. */
export type ListedUnit = Omit<ExportedUnit, 'path' | 'cells' | 'from'> & {
  readonly from: PlainDate
  readonly precision: DatePrecision | null
}

/**
 * The units of a day that the actor may read, as `structure.tree` lists them: parents before children, those below a hidden one on the
 * nearest superior that is shown. One row of JSON: thousands of rows one by one take most of the time on the embedded engine.
 */
export async function listUnits(db: Tx<'structure'>, asOf: PlainDate, under?: string): Promise<ListedUnit[]> {
  const { rows } = await sql<{ units: ListedUnit[] }>`
    select coalesce(json_agg(t), '[]') as units from (
      select v.unit_id as id, v.parent_id as "parentId", v.name, v.short_name as "shortName", v.type, v.covered, v.illustrative,
        lower(u.life) as "from", a.effective_precision as precision, seat.value as seat, symbol.value as symbol
      from ${sql.table('structure.unit_version')} v
        join ${sql.table('structure.unit')} u on u.id = v.unit_id
        left join ${sql.table('structure.unit_version')} f on f.unit_id = v.unit_id and f.valid_at @> lower(u.life)
        left join ${sql.table('structure.act')} a on a.id = f.opened_by
        left join ${sql.table('structure.fact')} seat on seat.unit_id = v.unit_id and seat.kind = 'seat' and seat.valid_at @> ${asOf}::date
        left join ${sql.table('structure.fact')} symbol on symbol.unit_id = v.unit_id and symbol.kind = 'document_symbol' and symbol.valid_at @> ${asOf}::date
      where v.valid_at @> ${asOf}::date ${
        under
          ? sql`and v.unit_id in (select p.unit_id from ${sql.table('structure.unit_path')} p where p.valid_at @> ${asOf}::date and p.ancestors @> array[${under}::uuid])`
          : sql``
      }
      order by v.name_sort collate "C", v.unit_id) t`.execute(db)
  const { units } = rows[0]!
  const lines = await linesOf(db, asOf, hangingNowhere(units, under))
  return arrange(hangOnShown(units, lines), await listRanks(db), under)
}
