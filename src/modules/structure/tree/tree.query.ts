import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import type { Tx } from '#kernel/server/work.ts'
import { type TreeFigure, tree } from './tree.contract.ts'
import { arrange, hangingNowhere, hangOnShown, keepOfTypes, type TreeRow } from './tree.rules.ts'

export default handle(tree, async ({ db, asOf }, { under, levels, types, figure }) => {
  const ranks = await listRanks(db)
  const units = await listUnits(db, asOf, under, levels)
  const lines = await linesOf(db, asOf, hangingNowhere(units, under))
  const arranged = arrange(hangOnShown(units, lines), ranks, under, levels)
  const counts = await countBeside(db, asOf, figure)
  const shown = types ? keepOfTypes(arranged, new Set(types)) : arranged
  return { asOf, figure, units: shown.map((row) => ({ ...row, figure: counts.get(row.id) ?? 0 })) }
})

type Structure = Tx<'structure'>

/** One row of JSON: thousands of rows one by one take most of the time on the embedded engine. */
async function listUnits(db: Structure, asOf: PlainDate, under?: string, levels?: number): Promise<TreeRow[]> {
  const level = under ? sql`array_position(p.ancestors, ${under}::uuid)` : sql`1`
  const { rows } = await sql<{ units: TreeRow[] }>`
    select coalesce(json_agg(t), '[]') as units from (
      select v.unit_id as id, v.parent_id as "parentId", v.name, v.type, v.covered, v.illustrative
      from structure.unit_version v
      where v.valid_at @> ${asOf}::date ${
        under || levels !== undefined
          ? sql`and v.unit_id in (select p.unit_id from structure.unit_path p where p.valid_at @> ${asOf}::date ${
              under ? sql`and p.ancestors @> array[${under}::uuid]` : sql``
            } ${levels === undefined ? sql`` : sql`and cardinality(p.ancestors) - ${level} <= ${levels}`})`
          : sql``
      }
      order by v.name_sort collate "C", v.unit_id) t`.execute(db)
  return rows[0]!.units
}

/** The lines of superiors, which everybody may read, names or none. */
async function linesOf(db: Structure, asOf: PlainDate, units: readonly TreeRow[]): Promise<Map<string, string[]>> {
  if (units.length === 0) return new Map()
  const { rows } = await sql<{ id: string; ancestors: string[] }>`
    select p.unit_id as id, p.ancestors from structure.unit_path p
    where p.unit_id = any (${units.map(({ id }) => id)}::uuid[]) and p.valid_at @> ${asOf}::date`.execute(db)
  return new Map(rows.map(({ id, ancestors }) => [id, ancestors]))
}

async function listRanks(db: Structure): Promise<Map<string, number>> {
  const rows = await db.selectFrom('structure.unit_type').select(['code', 'rank']).execute()
  return new Map(rows.map(({ code, rank }) => [code, rank]))
}

async function countBeside(db: Structure, asOf: PlainDate, figure: TreeFigure): Promise<Map<string, number>> {
  const { rows } =
    figure === 'direct'
      ? // By the lines of superiors, which everybody may read: units with restricted names are counted too.
        await sql<{ id: string; units: number }>`
          select p.ancestors[cardinality(p.ancestors) - 1] as id, count(*) as units from structure.unit_path p
          where p.valid_at @> ${asOf}::date and cardinality(p.ancestors) > 1 group by 1`.execute(db)
      : await sql<{ id: string; units: number }>`select f.unit_id as id, f.units
          from figures.units_below(${asOf}::date, array(select distinct code from structure.unit_type t where ${countedTypes(figure)})) f`.execute(
          db,
        )
  return new Map(rows.map(({ id, units }) => [id, units]))
}

function countedTypes(figure: Exclude<TreeFigure, 'direct'>) {
  if (figure === 'cells') return sql`t.is_cell`
  if (figure === 'grassroots') return sql`t.is_grassroots`
  return sql`t.is_party_organisation`
}
