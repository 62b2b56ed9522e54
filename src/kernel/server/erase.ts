import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../db/engine.ts'
import { detailDigest, detailText, hex } from './seal-format.ts'
import type { Work } from './work.ts'

/** What an entry says under its seal when it erases another's values. */
const subjectOf = (entry: number, digestHex: string) => `erased-entry:${entry}:${digestHex}`

/** Which of these entries had their values erased, and by which entry: blank now, and what is left is what that entry said. */
export async function listErased(tx: Db, entries: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{
    entry_id: number
    by_entry: number
    digest: Uint8Array
    detail: string
    subjects: string[]
  }>`
    select r.entry_id, r.by_entry, r.digest, ${detailText} as detail, b.subjects from journal.erasure r
    join journal.detail d on d.entry_id = r.entry_id join journal.entry b on b.id = r.by_entry
    where r.entry_id = any(${entries}::bigint[])
      and d.actor_name is null and d.input is null and d.before is null and d.after is null`.execute(tx)
  const told = rows.filter(({ entry_id, digest, detail, subjects }) => {
    const left = detailDigest(detail)
    return left === hex(digest) && subjects.includes(subjectOf(entry_id, left))
  })
  return new Map(told.map(({ entry_id, by_entry }) => [entry_id, by_entry]))
}

/** The ways in which values of an entry cannot be erased. */
export type CannotErase = 'not_sealed_yet' | 'already_erased'

/**
 * Erases who acted and what was sent and changed of a sealed entry; capacity and ground stay. Returns the subject that the erasing
 * entry must record, so that verifying tells an erasure from a change; null where there is no such entry.
 */
export async function eraseValuesOf(
  work: Work<string, never>,
  entry: number,
): Promise<{ subject: string } | { refused: CannotErase } | null> {
  const found = await work.asReader(() => readForErasing(work.tx, entry))
  if (!found) return null
  if (!found.sealed) return { refused: 'not_sealed_yet' }
  if (found.erased) return { refused: 'already_erased' }
  const salt = new Uint8Array(randomBytes(16))
  const left = await work.asReader(() => textOfRest(work.tx, entry, salt))
  const rest = detailDigest(left)
  await sql`select journal.erase_values(${entry}, ${salt}::bytea, decode(${rest}, 'hex'))`.execute(work.tx)
  return { subject: subjectOf(entry, rest) }
}

async function readForErasing(tx: Db, entry: number): Promise<{ sealed: boolean; erased: boolean } | undefined> {
  const { rows } = await sql<{ sealed: boolean; erased: boolean }>`
    select exists (select from journal.sealed s where s.entry_id = e.id) as sealed,
      exists (select from journal.erasure r where r.entry_id = e.id) as erased
    from journal.entry e join journal.detail d on d.entry_id = e.id where e.id = ${entry}`.execute(tx)
  return rows[0]
}

/** The detail as it will stand, as the database writes it. */
async function textOfRest(tx: Db, entry: number, salt: Uint8Array): Promise<string> {
  const { rows } = await sql<{ detail: string }>`
    select ${detailText} as detail from (
      select ${salt}::bytea as salt, null::text as actor_name, capacity, null::jsonb as input, null::jsonb as before,
        null::jsonb as after, ground
      from journal.detail where entry_id = ${entry}) d`.execute(tx)
  return rows[0]!.detail
}
