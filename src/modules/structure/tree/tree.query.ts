import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import type { Tx } from '#kernel/server/work.ts'
import { believed } from '../known.read.ts'
import { countBeside, linesOf, listNotCovered, listRanks } from './beside.read.ts'
import { tree } from './tree.contract.ts'
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
