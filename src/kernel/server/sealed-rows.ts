import { sql } from 'kysely'
import type { Db } from '../db/engine.ts'
import { detailDigest, detailText, entryLeaf, entryText } from './seal-format.ts'

/** One sealed position, read again. */
export interface SealedRow {
  readonly position: number
  readonly entry: number
  /** The digest as it was sealed, in hex. */
  readonly digest: string
  /** The digest of what stands there now; null where the entry is gone. */
  readonly expected: string | null
  readonly detail: 'holds' | 'gone' | 'changed'
}

interface Read {
  /** Position, number of the entry, digest, digest of the detail: in one column, since each costs its time a million times. */
  sealed: string
  entry: string | null
  detail: string | null
}

/** Sealed entries of blocks of format 2 from a position on. The database writes out what it holds; every digest is made here. */
export async function listSealedRows(tx: Db, from: number, limit: number): Promise<SealedRow[]> {
  const { rows } = await sql<Read>`
    select concat_ws(' ', s.position, s.entry_id, encode(s.digest, 'hex'), encode(s.detail_digest, 'hex')) as sealed,
      (select ${entryText} from journal.entry e where e.id = s.entry_id) as entry,
      (select ${detailText} from journal.detail d where d.entry_id = s.entry_id) as detail
    from journal.sealed s where s.position >= ${from} order by s.position limit ${limit}`.execute(tx)
  return rows.map((row) => {
    const [position = '', entry = '', digest = '', detail = ''] = row.sealed.split(' ')
    return {
      position: Number(position),
      entry: Number(entry),
      digest,
      expected: row.entry === null ? null : entryLeaf(Number(position), row.entry, detail),
      detail: row.detail === null ? 'gone' : detailDigest(row.detail) === detail ? 'holds' : 'changed',
    }
  })
}
