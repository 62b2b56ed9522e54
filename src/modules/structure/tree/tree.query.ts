import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import type { Tx } from '#kernel/server/work.ts'
import { believed } from '../known.read.ts'
import { type TreeFigure, tree } from './tree.contract.ts'
import { arrange, hangingNowhere, hangOnShown, keepOfTypes, type TreeRow } from './tree.rules.ts'

export default handle(tree, async (work, { under, levels, types, figure, knownOn }) => {
  const { asOf } = work
  const db = await believed(work, knownOn)
  const ranks = await listRanks(db)
  const rows = await listUnits(db, asOf, under, levels)
  const lines = await linesOf(db, asOf, hangingNowhere(rows, under))
  const arranged = arrange(hangOnShown(rows, lines), ranks, under, levels)
  const counts = await countBeside(db, asOf, figure)
  const unknown = await listNotCovered(db, asOf, figure)
  const shown = types ? keepOfTypes(arranged, new Set(types)) : arranged
  const units = shown.map((row) => {
    const count = counts.get(row.id)
    return {
      ...row,
      figure: unknown.has(row.id) || !row.covered ? null : (count?.units ?? 0),
      figureInvented: (count?.invented ?? 0) > 0,
    }
  })
  return { asOf, figure, units }
})

type Structure = Tx<'structure'>

/** One row of JSON: thousands of rows one by one take most of the time on the embedded engine. */
async function listUnits(db: Structure, asOf: PlainDate, under?: string, levels?: number): Promise<TreeRow[]> {
  const level = under ? sql`array_position(p.ancestors, ${under}::uuid)` : sql`1`
  const { rows } = await sql<{ units: TreeRow[] }>`
    select coalesce(json_agg(t), '[]') as units from (
      select v.unit_id as id, v.parent_id as "parentId", v.name, v.type, v.covered, v.illustrative
      from ${sql.table('structure.unit_version')} v
      where v.valid_at @> ${asOf}::date ${
        under || levels !== undefined
          ? sql`and v.unit_id in (select p.unit_id from ${sql.table('structure.unit_path')} p where p.valid_at @> ${asOf}::date ${
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
    select p.unit_id as id, p.ancestors from ${sql.table('structure.unit_path')} p
    where p.unit_id = any (${units.map(({ id }) => id)}::uuid[]) and p.valid_at @> ${asOf}::date`.execute(db)
  return new Map(rows.map(({ id, ancestors }) => [id, ancestors]))
}

async function listRanks(db: Structure): Promise<Map<string, number>> {
  const rows = await db.selectFrom('structure.unit_type').select(['code', 'rank']).execute()
  return new Map(rows.map(({ code, rank }) => [code, rank]))
}

interface Count {
  readonly units: number
  readonly invented: number
}

async function countBeside(db: Structure, asOf: PlainDate, figure: TreeFigure): Promise<Map<string, Count>> {
  const { rows } =
    figure === 'direct'
      ? // By the lines of superiors, which everybody may read: units with restricted names are counted too.
        await sql<Count & { id: string }>`
          select p.ancestors[cardinality(p.ancestors) - 1] as id, count(*) as units, count(*) filter (where v.illustrative) as invented
          from ${sql.table('structure.unit_path')} p left join ${sql.table('structure.unit_version')} v on v.unit_id = p.unit_id and v.valid_at @> ${asOf}::date
          where p.valid_at @> ${asOf}::date and cardinality(p.ancestors) > 1 group by 1`.execute(db)
      : await sql<Count & { id: string }>`select f.unit_id as id, f.units, f.invented
          from figures.units_below(${asOf}::date, array(select distinct code from structure.unit_type t where ${countedTypes(figure)})) f`.execute(
          db,
        )
  return new Map(rows.map(({ id, ...count }) => [id, count]))
}

/** Units of which no source says what the figure would count. */
async function listNotCovered(db: Structure, asOf: PlainDate, figure: TreeFigure): Promise<Set<string>> {
  const { rows } = await sql<{ id: string; directly: boolean }>`
    select unit_id as id, directly from figures.not_covered(array[${asOf}::date])`.execute(db)
  return new Set(rows.filter(({ directly }) => directly || figure !== 'direct').map(({ id }) => id))
}

function countedTypes(figure: Exclude<TreeFigure, 'direct'>) {
  if (figure === 'cells') return sql`t.is_cell`
  if (figure === 'grassroots') return sql`t.is_grassroots`
  return sql`t.is_party_organisation`
}
