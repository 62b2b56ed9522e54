import { sql } from 'kysely'
import { type DatePrecision, lastDayOf, type PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'
import { sourceOf } from '../acts.read.ts'
import type { PublishedFigure } from './figures.contract.ts'

type Structure = Tx<'structure'>

/** Units of one type below a unit, directly and at any depth, and how many of them are invented. */
export interface TypeCount {
  type: string
  direct: number
  below: number
  directInvented: number
  belowInvented: number
}

/** Counts by type under a unit on each of some days, from the suppressing schema (never a name). */
export async function countByType(
  db: Structure,
  unitId: string,
  days: readonly PlainDate[],
): Promise<Map<PlainDate, TypeCount[]>> {
  const { rows } = await sql<TypeCount & { on: PlainDate }>`
    select on_day as "on", type, direct, below, direct_invented as "directInvented", below_invented as "belowInvented"
    from figures.units_by_type(${unitId}::uuid, ${days}::date[])`.execute(db)
  const byDay = Map.groupBy(rows, (row) => row.on)
  return new Map(days.map((day) => [day, (byDay.get(day) ?? []).map(({ on: _, ...count }) => count)]))
}

/** How many units of each type stand directly under a unit on a day; null where no source says what stood below it. */
export async function listDirect(
  db: Structure,
  unitId: string,
  on: PlainDate,
): Promise<{ byType: { type: string; units: number }[] | null; invented: boolean }> {
  const { rows } = await sql<{ type: string; units: number; invented: number }>`
    select type, units, invented from figures.direct_by_type(${unitId}::uuid, ${on}::date) order by type`.execute(db)
  const unknown =
    await sql`select 1 from figures.not_covered(array[${on}::date]) n where n.unit_id = ${unitId}::uuid and n.directly`.execute(
      db,
    )
  return {
    byType: unknown.rows.length > 0 ? null : rows.map(({ type, units }) => ({ type, units })),
    invented: rows.some(({ invented }) => invented > 0),
  }
}

/** Whether there is such a unit for this reader: a restricted name out of reach has no figures either. */
export async function isKnown(db: Structure, unitId: string): Promise<boolean> {
  const version = await db
    .selectFrom('structure.unit_version')
    .select('unit_id')
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return version !== undefined
}

/** How each measure is computed. */
export async function listMeasures(db: Structure) {
  return db.selectFrom('structure.measure').select(['code', 'computed', 'types']).orderBy('rank').execute()
}

/** A figure out of the tree; `invented`: units that are invented (demo) are among those counted. */
export interface Computed {
  readonly value: number
  readonly invented: boolean
}

/** A measure's value out of counts by type; null where no module counts it, or no source says what there was to count. */
export function measureFrom(
  counts: readonly TypeCount[],
  measure: { computed: string; types: readonly string[] },
  covered: Coverage | undefined,
): Computed | null {
  if (measure.computed === 'none' || covered === undefined) return null
  const direct = measure.computed === 'direct'
  if (!(direct ? covered.directly : covered.below)) return null
  const counted = counts.filter(({ type }) => measure.types.includes(type))
  return {
    value: counted.reduce((sum, count) => sum + (direct ? count.direct : count.below), 0),
    invented: counted.some((count) => (direct ? count.directInvented : count.belowInvented) > 0),
  }
}

/** Whether sources say what stands directly under a unit, and what stands at any depth below it. */
export interface Coverage {
  readonly directly: boolean
  readonly below: boolean
}

/** What sources say of a unit on some days; a day on which the unit does not live, or no source covers it, is absent. */
export async function coverageOn(
  db: Structure,
  unitId: string,
  days: readonly PlainDate[],
): Promise<Map<PlainDate, Coverage>> {
  const { rows } = await sql<{ on: PlainDate; directly: boolean | null }>`
    select d.day as "on", n.directly from unnest(${days}::date[]) as d (day)
      join ${sql.table('structure.unit_version')} v on v.unit_id = ${unitId}::uuid and v.valid_at @> d.day and v.covered
      left join figures.not_covered(${days}::date[]) n on n.on_day = d.day and n.unit_id = v.unit_id`.execute(db)
  return new Map(rows.map(({ on, directly }) => [on, { directly: directly !== true, below: directly === null }]))
}

/** What documents state of a unit, each beside the same measure computed from the tree on the figure's own day. */
export async function listPublished(db: Structure, unitId: string, measure?: string): Promise<PublishedFigure[]> {
  let found = db
    .selectFrom('structure.published_figure as f')
    .innerJoin('structure.source as s', 's.code', 'f.source')
    .selectAll('f')
    .select(['s.title_vi', 's.title_en', 's.grade', 's.address', 's.code as source_code'])
    .where('f.unit_id', '=', unitId)
  if (measure) found = found.where('f.measure', '=', measure)
  const rows = await found.orderBy('f.as_of_on').orderBy('f.measure').orderBy('f.source').execute()
  const measures = new Map((await listMeasures(db)).map((m) => [m.code, m]))
  // A figure "of 2010" or "of June 2020" is held against the last day of that time.
  const dayOf = (row: (typeof rows)[number]) =>
    lastDayOf({ on: row.as_of_on, precision: row.as_of_precision as DatePrecision })
  const covered = await coverageOn(db, unitId, [...new Set(rows.map(dayOf))])
  const counts = await countByType(db, unitId, [...covered.keys()])
  return rows.map((row) => {
    const how = measures.get(row.measure)
    const day = dayOf(row)
    // A figure of an unknown day is held against none.
    const computed =
      how && row.as_of_precision !== 'unknown' ? measureFrom(counts.get(day) ?? [], how, covered.get(day)) : null
    return {
      id: row.id,
      measure: row.measure,
      value: row.value,
      qualifier: row.qualifier as PublishedFigure['qualifier'],
      asOf: { on: row.as_of_on, precision: row.as_of_precision as PublishedFigure['asOf']['precision'] },
      definition: { vi: row.definition_vi, en: row.definition_en },
      asWritten: row.as_written,
      source: sourceOf({ ...row, code: row.source_code }),
      version: row.entry ?? 0,
      entered: row.grade === 'entered',
      hasFile: row.file_id !== null,
      computed: computed?.value ?? null,
      computedInvented: computed?.invented ?? false,
      difference: computed === null ? null : computed.value - row.value,
    }
  })
}
