import { sql } from 'kysely'
import { type DatePrecision, lastDayOf, type PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'
import { sourceOf } from '../acts.read.ts'
import type { PublishedFigure } from './figures.contract.ts'

type Structure = Tx<'structure'>

/** Units of one type below a unit, directly and at any depth. */
export interface TypeCount {
  type: string
  direct: number
  below: number
}

/** Counts by type under a unit on each of some days, from the suppressing schema (never a name). */
export async function countByType(
  db: Structure,
  unitId: string,
  days: readonly PlainDate[],
): Promise<Map<PlainDate, TypeCount[]>> {
  const { rows } = await sql<TypeCount & { on: PlainDate }>`
    select on_day as "on", type, direct, below from figures.units_by_type(${unitId}::uuid, ${days}::date[])`.execute(db)
  const byDay = Map.groupBy(rows, (row) => row.on)
  return new Map(
    days.map((day) => [day, (byDay.get(day) ?? []).map(({ type, direct, below }) => ({ type, direct, below }))]),
  )
}

/** How many units of each type stand directly under a unit on a day. */
export async function listDirect(
  db: Structure,
  unitId: string,
  on: PlainDate,
): Promise<{ type: string; units: number }[]> {
  const { rows } = await sql<{ type: string; units: number }>`
    select type, units from figures.direct_by_type(${unitId}::uuid, ${on}::date) order by type`.execute(db)
  return rows
}

/** How each measure is computed. */
export async function listMeasures(db: Structure) {
  return db.selectFrom('structure.measure').select(['code', 'computed', 'types']).orderBy('rank').execute()
}

/** A measure's value out of counts by type; null where no module counts it. */
export function measureFrom(
  counts: readonly TypeCount[],
  measure: { computed: string; types: readonly string[] },
): number | null {
  if (measure.computed === 'none') return null
  const which = measure.computed === 'direct' ? 'direct' : 'below'
  return counts.filter(({ type }) => measure.types.includes(type)).reduce((sum, count) => sum + count[which], 0)
}

/** On which of some days a source covers the unit: on the others no figure is computed. */
export async function coveredDays(db: Structure, unitId: string, days: readonly PlainDate[]): Promise<Set<PlainDate>> {
  const { rows } = await sql<{ on: PlainDate }>`
    select d.day as "on" from unnest(${days}::date[]) as d (day)
      join structure.unit_version v on v.unit_id = ${unitId}::uuid and v.valid_at @> d.day and v.covered`.execute(db)
  return new Set(rows.map((row) => row.on))
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
  const covered = await coveredDays(db, unitId, [...new Set(rows.map(dayOf))])
  const counts = await countByType(db, unitId, [...covered])
  return rows.map((row) => {
    const how = measures.get(row.measure)
    const counted = counts.get(dayOf(row))
    const computed = counted && how ? measureFrom(counted, how) : null
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
      computed,
      difference: computed === null ? null : computed - row.value,
    }
  })
}
