import { sql } from 'kysely'
import type { Instant, Period, PlainDate } from '#kernel/contract/dates.ts'
import type { Db } from '#kernel/db/engine.ts'
import type { Tx } from '#kernel/server/work.ts'

/** A grant that covers a unit on a day, with what its role held then. */
export interface Power {
  readonly id: string
  readonly account_id: string
  readonly role: string
  readonly unit_id: string | null
  readonly reach: 'own' | 'below' | 'organs'
  readonly valid_at: Period
  readonly origin_kind: 'post' | 'appointment' | 'deputy' | 'mandate'
  readonly origin: string
  readonly handed_from: string | null
  readonly known_from: Instant
}

/** The grants that cover any of some units on a day, nearest first; of no unit, those over the whole organisation. */
export async function powersOver(tx: Db, units: readonly string[], day: PlainDate): Promise<Power[]> {
  const asked = units.length === 0 ? [null] : units
  const { rows } = await sql<Power>`select * from (
      select distinct on (g.id) g.* from unnest(${asked}::uuid[]) as u (id) cross join lateral access.grants_over(u.id, ${day}::date) g order by g.id
    ) g order by g.depth desc nulls last, g.id`.execute(tx)
  return rows
}

/** What each role held at a moment, as it was recorded; of a role recorded later, what was first recorded. */
export async function verbsAt(db: Tx<'access'>, moment: Instant): Promise<Map<string, readonly string[]>> {
  const { rows } = await sql<{ code: string; verbs: string[] }>`
    select distinct on (code) code, verbs from (
      select code, verbs, known_from as since, null::timestamptz as until from access.role
      union all select code, verbs, lower(known), upper(known) from access.role_was) r
    -- The one believed at the moment; failing that the first that was recorded.
    order by code, (since <= ${moment}::timestamptz and (until is null or until > ${moment}::timestamptz)) desc, since`.execute(
    db,
  )
  return new Map(rows.map(({ code, verbs }) => [code, verbs]))
}

/** The names of holders of grants. */
export async function namesOf(tx: Db, accountIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from access.names_of(${[...new Set(accountIds)]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
