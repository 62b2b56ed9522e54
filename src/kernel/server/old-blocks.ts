import { sql } from 'kysely'
import type { Db } from '../db/engine.ts'
import { digest } from './digest.ts'
import { writtenAsToldOf } from './seal.ts'
import { hex } from './seal-format.ts'
import type { SealedRow } from './sealed-rows.ts'

/** The root of a block of format 1 (until 0.1.0): over the block before and every digest of its entries in order. */
export function oldBlockRoot(no: number, previous: Uint8Array, digests: readonly Uint8Array[]): Uint8Array {
  return digest(String(no), previous, ...digests)
}

/** What format 1 says of an entry: everything but its detail, of which the entry holds the salted digest. */
export interface OldEntry {
  readonly id: number
  readonly capability: string
  readonly account_id: string | null
  readonly units: readonly string[]
  readonly subjects: readonly string[]
  readonly recorded_at: string
  readonly written_at: string
  readonly detail_digest: Uint8Array
}

/** The digest of an entry in format 1. */
export function oldEntryDigest(row: OldEntry): Uint8Array {
  return digest(
    String(row.id),
    row.capability,
    row.account_id ?? '',
    row.units.join(','),
    row.subjects.join('\n'),
    row.recorded_at,
    row.written_at,
    row.detail_digest,
  )
}

/** Sealed entries of blocks of format 1 from a position on, each with the digest that it should have. */
export async function listOldRows(tx: Db, from: number, until: number, limit: number): Promise<SealedRow[]> {
  const rows = await tx
    .selectFrom('journal.sealed as s')
    .leftJoin('journal.entry as e', 'e.id', 's.entry_id')
    .leftJoin('journal.detail as d', 'd.entry_id', 'e.id')
    .select([
      's.position',
      's.entry_id',
      's.digest as sealed_digest',
      'e.id',
      'e.capability',
      'e.account_id',
      'e.units',
    ])
    .select(['e.subjects', 'e.recorded_at', 'e.written_at', 'e.detail_digest'])
    .select(['d.salt', 'd.actor_name', 'd.capacity', 'd.input', 'd.before', 'd.after', 'd.ground'])
    .select(sql<boolean>`d.entry_id is null`.as('bare'))
    .where('s.position', '>=', from)
    .where('s.position', '<=', until)
    .orderBy('s.position')
    .limit(limit)
    .execute()
  return rows.map((row) => {
    const told = { position: row.position, entry: row.entry_id, digest: hex(row.sealed_digest) }
    if (row.id === null) return { ...told, expected: null, detail: 'holds' }
    const expected = oldEntryDigest(row as OldEntry)
    const holds = writtenAsToldOf(row as Parameters<typeof writtenAsToldOf>[0])
    return { ...told, expected: hex(expected), detail: row.bare ? 'gone' : holds ? 'holds' : 'changed' }
  })
}
