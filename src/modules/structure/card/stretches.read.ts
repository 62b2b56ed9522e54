import { sql } from 'kysely'
import { addDays, type DatePrecision, type Period, type PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'
import type { KnownPeriod } from '../words.contract.ts'

/** A version of a unit with the precision of its ends. */
export interface StretchRow {
  valid_at: Period
  name: string
  short_name: string | null
  type: string
  parent_id: string | null
  covered: boolean
  from_precision: string
  until_precision: string | null
  illustrative: boolean
}

/** All versions of a unit in order of time. */
export async function listStretches(db: Tx<'structure'>, unitId: string): Promise<StretchRow[]> {
  return db
    .selectFrom('structure.unit_version as v')
    .innerJoin('structure.act as o', 'o.id', 'v.opened_by')
    .leftJoin('structure.act as c', 'c.id', 'v.closed_by')
    .select(['v.valid_at', 'v.name', 'v.short_name', 'v.type', 'v.parent_id', 'v.covered', 'v.illustrative'])
    .select(['o.effective_precision as from_precision', 'c.effective_precision as until_precision'])
    .where('v.unit_id', '=', unitId)
    .orderBy(sql`lower(v.valid_at)`)
    .execute()
}

/** The period of a version, each end as exactly as the act that set it is known. */
export function periodOf(row: Pick<StretchRow, 'valid_at' | 'from_precision' | 'until_precision'>): KnownPeriod {
  return {
    from: row.valid_at.from,
    fromPrecision: row.from_precision as DatePrecision,
    until: row.valid_at.until,
    untilPrecision: (row.until_precision as DatePrecision | null) ?? (row.valid_at.until ? 'day' : null),
  }
}

/** The day itself, or the nearest one of a life that does not hold it: its first, or its last. */
export function nearestDay(life: Period, day: PlainDate): PlainDate {
  if (day < life.from) return life.from
  return life.until !== null && life.until <= day ? addDays(life.until, -1) : day
}

/** The line of superiors of a unit on a day, root first, itself last; empty when it does not live then. */
export async function pathOn(db: Tx<'structure'>, unitId: string, day: PlainDate): Promise<string[]> {
  const row = await db
    .selectFrom('structure.unit_path')
    .select('ancestors')
    .where('unit_id', '=', unitId)
    .where(sql<boolean>`valid_at @> ${day}::date`)
    .executeTakeFirst()
  return row?.ancestors ?? []
}

/** The same line as it was believed at the instant that the transaction asks for. */
export async function pathBelieved(db: Tx<'structure'>, unitId: string, day: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ ancestors: string[] }>`
    select ancestors from structure.lines_known(${day}::date) where unit_id = ${unitId}::uuid`.execute(db)
  return rows[0]?.ancestors ?? []
}

/** Names of units: as on the day, or the nearest before or after where a unit does not live then. Restricted ones are absent. */
export async function listLinks(
  db: Tx<'structure'>,
  ids: readonly string[],
  day: PlainDate,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct on (v.unit_id) v.unit_id as id, v.name from ${sql.table('structure.unit_version')} v
    where v.unit_id = any (${ids}::uuid[])
    order by v.unit_id, v.valid_at @> ${day}::date desc, abs(lower(v.valid_at) - ${day}::date)`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
