import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'
import type { TreeFigure } from './tree.contract.ts'

type Structure = Tx<'structure'>

/** The lines of superiors, which everybody may read, names or none. */
export async function linesOf(
  db: Structure,
  asOf: PlainDate,
  units: readonly { readonly id: string }[],
): Promise<Map<string, string[]>> {
  if (units.length === 0) return new Map()
  const { rows } = await sql<{ id: string; ancestors: string[] }>`
    select p.unit_id as id, p.ancestors from ${sql.table('structure.unit_path')} p
    where p.unit_id = any (${units.map(({ id }) => id)}::uuid[]) and p.valid_at @> ${asOf}::date`.execute(db)
  return new Map(rows.map(({ id, ancestors }) => [id, ancestors]))
}

/** The order of types among siblings. */
export async function listRanks(db: Structure): Promise<Map<string, number>> {
  const rows = await db.selectFrom('structure.unit_type').select(['code', 'rank']).execute()
  return new Map(rows.map(({ code, rank }) => [code, rank]))
}

interface Count {
  readonly units: number
  readonly invented: number
}

/** The figure beside every unit that has something to count below it. */
export async function countBeside(db: Structure, asOf: PlainDate, figure: TreeFigure): Promise<Map<string, Count>> {
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
export async function listNotCovered(db: Structure, asOf: PlainDate, figure: TreeFigure): Promise<Set<string>> {
  const { rows } = await sql<{ id: string; directly: boolean }>`
    select unit_id as id, directly from figures.not_covered(array[${asOf}::date])`.execute(db)
  return new Set(rows.filter(({ directly }) => directly || figure !== 'direct').map(({ id }) => id))
}

function countedTypes(figure: Exclude<TreeFigure, 'direct'>) {
  if (figure === 'cells') return sql`t.is_cell`
  if (figure === 'grassroots') return sql`t.is_grassroots`
  return sql`t.is_party_organisation`
}
