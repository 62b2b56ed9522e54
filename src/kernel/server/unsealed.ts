import { sql } from 'kysely'
import type { Db } from '../db/engine.ts'
import { writtenAsToldOf } from './seal.ts'

/** Entries in no block so far: how many, and how long the oldest has waited. */
export interface Unsealed {
  readonly count: number
  readonly oldestSeconds: number | null
}

/** Counts the entries after a closed number that lie at no position up to the given one. */
export async function readUnsealed(tx: Db, closedThrough: number, position: number): Promise<Unsealed> {
  const { rows } = await sql<{ count: number; oldest: number | null }>`
    select count(*) as count, extract(epoch from clock_timestamp() - min(e.written_at))::float8 as oldest
    from journal.entry e where e.id > ${closedThrough}
      and not exists (select from journal.sealed s where s.entry_id = e.id and s.position <= ${position})`.execute(tx)
  const { count, oldest } = rows[0]!
  return { count, oldestSeconds: oldest === null ? null : Math.max(0, oldest) }
}

interface Faults {
  readonly faults: { what: 'detail-gone' | 'detail-changed'; entry: number }[]
  /** The last entry that was looked at; null at the end. */
  readonly last: number | null
}

/** Entries in no block whose details are not those that were written. */
export async function listUnsealedFaults(tx: Db, after: number, limit: number): Promise<Faults> {
  const rows = await tx
    .selectFrom('journal.entry as e')
    .leftJoin('journal.detail as d', 'd.entry_id', 'e.id')
    .select(['e.id', 'e.detail_digest', 'd.salt', 'd.actor_name', 'd.capacity', 'd.input', 'd.before', 'd.after'])
    .select('d.ground')
    .where('e.id', '>', after)
    .where(sql<boolean>`not exists (select from journal.sealed s where s.entry_id = e.id)`)
    .orderBy('e.id')
    .limit(limit)
    .execute()
  const faults = rows.flatMap((row): Faults['faults'] => {
    if (row.salt === null) return [{ what: 'detail-gone', entry: row.id }]
    return writtenAsToldOf(row) ? [] : [{ what: 'detail-changed', entry: row.id }]
  })
  return { faults, last: rows.length < limit ? null : rows.at(-1)!.id }
}

/** How many entries and details stand up to a closed number. */
export async function countUpTo(tx: Db, closedThrough: number): Promise<{ entries: number; details: number }> {
  const { rows } = await sql<{ entries: number; details: number }>`
    select (select count(*) from journal.entry where id <= ${closedThrough}) as entries,
      (select count(*) from journal.detail where entry_id <= ${closedThrough}) as details`.execute(tx)
  return rows[0]!
}

/** Entries up to a closed number that were never sealed: put in later. */
export async function listPutInLater(tx: Db, closedThrough: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select e.id from journal.entry e where e.id <= ${closedThrough}
    and not exists (select from journal.sealed s where s.entry_id = e.id) order by e.id limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Details after or up to a closed number whose entry is not there. */
export async function listDetailsAlone(tx: Db, from: number, until: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ entry_id: number }>`select d.entry_id from journal.detail d
    where d.entry_id > ${from} and d.entry_id <= ${until}
      and not exists (select from journal.entry e where e.id = d.entry_id) order by d.entry_id limit ${limit}`.execute(
    tx,
  )
  return rows.map(({ entry_id }) => entry_id)
}
