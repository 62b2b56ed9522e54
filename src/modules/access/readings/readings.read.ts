import { sql } from 'kysely'
import type { Instant, PlainDate } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import type { Db } from '#kernel/db/engine.ts'
import { nameUnits } from '#modules/structure/index.server.ts'
import { namesOf } from '../powers/powers.read.ts'
import type { Reading } from './reading.contract.ts'

/** What is asked of the log of readings. */
export interface ReadingsAsked {
  readonly subject?: string | undefined
  readonly accountId?: string | undefined
  readonly capability?: string | undefined
  readonly from?: Instant | undefined
  readonly until?: Instant | undefined
  readonly before?: string | undefined
  readonly limit: number
}

interface Row {
  id: string
  read_at: Instant
  account_id: string
  capability: string
  subjects: string[]
  unit_id: string | null
  name_vi: string | null
  name_en: string | null
  mandate_id: string | null
  mandate: string | null
  shown_on: PlainDate | null
  open: boolean | null
}

/** A page of the log of readings as far as the asker may see it; row-level security holds back what is not to be told yet. */
export async function listReadings(
  tx: Db,
  asked: ReadingsAsked,
  today: PlainDate,
  titles: (capability: string) => Sentence,
): Promise<{ readings: Reading[]; next: string | null }> {
  const { rows } = await sql<Row>`
    select r.id, r.read_at, r.account_id, r.capability, r.subjects, c.unit_id, role.name_vi, role.name_en, r.mandate_id,
      m.name as mandate, m.shown_on, m.open
    from journal.reading r
      left join lateral access.capacity_of(r.grant_id) c on true
      left join access.role role on role.code = c.role
      left join lateral access.mandate_of(r.mandate_id, ${today}::date) m on true
    where (${asked.subject ?? null}::text is null or r.subjects @> array[${asked.subject ?? null}::text])
      and (${asked.accountId ?? null}::uuid is null or r.account_id = ${asked.accountId ?? null}::uuid)
      and (${asked.capability ?? null}::text is null or r.capability = ${asked.capability ?? null}::text)
      and (${asked.from ?? null}::timestamptz is null or r.read_at >= ${asked.from ?? null}::timestamptz)
      and (${asked.until ?? null}::timestamptz is null or r.read_at <= ${asked.until ?? null}::timestamptz)
      and (${asked.before ?? null}::uuid is null or r.id < ${asked.before ?? null}::uuid)
    order by r.id desc limit ${asked.limit + 1}`.execute(tx)
  const page = rows.slice(0, asked.limit)
  const names = await namesOf(
    tx,
    page.map(({ account_id }) => account_id),
  )
  const units = await nameUnits(tx, [...new Set(page.flatMap(({ unit_id }) => unit_id ?? []))], today)
  const readings = page.map((row) => ({
    id: row.id,
    readAt: row.read_at,
    reader: { accountId: row.account_id, name: names.get(row.account_id) ?? '' },
    capacity:
      row.name_vi === null
        ? null
        : {
            role: { vi: row.name_vi, en: row.name_en! },
            unitName: row.unit_id === null ? null : (units.get(row.unit_id) ?? null),
          },
    capability: row.capability,
    title: titles(row.capability),
    subjects: row.subjects,
    mandate:
      row.mandate_id === null
        ? null
        : { id: row.mandate_id, name: row.mandate!, shownOn: row.shown_on!, open: row.open! },
  }))
  return { readings, next: rows.length > asked.limit ? page.at(-1)!.id : null }
}

/** How long a reading is kept: a setting of the installation, two years unless told (unconfirmed by any document). */
export async function readingsKeptFor(tx: Db): Promise<number> {
  const row = await tx.selectFrom('kernel.setting').select('value').where('key', '=', 'readings').executeTakeFirst()
  return (row?.value as { keptForDays?: number } | undefined)?.keptForDays ?? 730
}
