import { sql } from 'kysely'
import type { Db, Engine } from '../db/engine.ts'
import { canonicalJson, digest } from './digest.ts'
import { asSystem } from './kernel.ts'
import { merkleRoot } from './merkle.ts'
import {
  blockHash,
  detailDigest,
  detailText,
  entryLeaf,
  entryText,
  findLastSeal,
  hex,
  type Seal,
  signHash,
} from './seal-format.ts'

/** Entries sealed in one block at the most. */
const blockSize = 5000

interface Unsealed {
  id: number
  entry: string
  detail: string
  detail_digest: Uint8Array
  salt: Uint8Array | null
  actor_name: string | null
  capacity: string | null
  input: unknown
  before: unknown
  after: unknown
  ground: unknown
  /** Of the snapshot that shows these rows: the oldest transaction still running, and the first that had not begun. */
  running: number
  horizon: number
}

/**
 * Seals one block of what is committed and not sealed yet, numbered without gaps by one sealer at a time, signed with the first key.
 * Returns how many entries it holds.
 */
export async function sealJournal(engine: Engine, keys: readonly string[]): Promise<number> {
  return asSystem(engine, (tx) => sealBlock(tx, keys))
}

/** Seals one block in an open transaction. */
export async function sealBlock(tx: Db, keys: readonly string[]): Promise<number> {
  await sql`select pg_advisory_xact_lock(7041949)`.execute(tx)
  const last = await findLastSeal(tx)
  const rows = await listUnsealed(tx, last?.closedThrough ?? 0)
  if (rows.length === 0) return 0
  const first = (last?.last ?? 0) + 1
  const lastEntry = Math.max(rows.at(-1)!.id, last?.lastEntry ?? (await lastSealedEntry(tx)))
  const details = rows.map((row) => (writtenAsToldOf(row) ? detailDigest(row.detail) : '00'.repeat(32)))
  const leaves = rows.map((row, at) => entryLeaf(first + at, row.entry, details[at]!))
  const head = {
    format: 2,
    no: (last?.no ?? 0) + 1,
    first,
    last: first + rows.length - 1,
    sealedAt: await machineTime(tx),
    previous: last?.hash ?? '00'.repeat(32),
    merkleRoot: hex(merkleRoot(leaves.map(bytes))),
    lastEntry,
    closedThrough: await closedThrough(tx, rows[0]!, lastEntry, last),
    horizon: rows[0]!.horizon,
  }
  await tx
    .insertInto('journal.sealed')
    .values(
      rows.map(({ id }, at) => ({
        position: first + at,
        entry_id: id,
        digest: bytes(leaves[at]!),
        detail_digest: bytes(details[at]!),
      })),
    )
    .execute()
  await putBlock(tx, head, keys[0])
  return rows.length
}

/** Seals until nothing that is committed is left unsealed. */
export async function sealEverything(engine: Engine, keys: readonly string[]): Promise<void> {
  while ((await sealJournal(engine, keys)) === blockSize) {}
}

function listUnsealed(tx: Db, after: number): Promise<Unsealed[]> {
  return tx
    .selectFrom('journal.entry as e')
    .leftJoin('journal.detail as d', 'd.entry_id', 'e.id')
    .select(['e.id', 'e.detail_digest', 'd.salt', 'd.actor_name', 'd.capacity', 'd.input', 'd.before', 'd.after'])
    .select(['d.ground', entryText.as('entry'), detailText.as('detail')])
    .select(sql<number>`pg_snapshot_xmin(pg_current_snapshot())::text::bigint`.as('running'))
    .select(sql<number>`pg_snapshot_xmax(pg_current_snapshot())::text::bigint`.as('horizon'))
    .where('e.id', '>', after)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('journal.sealed as s').select('s.position').whereRef('s.entry_id', '=', 'e.id'))),
    )
    .orderBy('e.id')
    .limit(blockSize)
    .execute() as Promise<Unsealed[]>
}

/** Whether a detail is still the one that was written with its entry; one that is not is sealed as never matching. */
export function writtenAsToldOf(row: Omit<Unsealed, 'entry' | 'detail' | 'running' | 'horizon' | 'id'>): boolean {
  const { salt, detail_digest, actor_name, capacity, input, before, after, ground } = row
  if (salt === null) return false
  const values = canonicalJson({ actor_name, capacity, input, before, after, ground })
  return Buffer.compare(digest(salt, values), detail_digest) === 0
}

/**
 * Up to which number nothing can come any more. A command takes its transaction's number before its entry's: an entry missing under the
 * last of a block was then running or never will be, and when all those transactions are over the numbers are closed.
 */
async function closedThrough(tx: Db, { running, horizon }: Unsealed, lastEntry: number, last?: Seal): Promise<number> {
  if (horizon <= running) return lastEntry
  const over = await tx
    .selectFrom('journal.block')
    .select('last_entry')
    .where('horizon', '<=', running)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return Math.max(over?.last_entry ?? 0, last?.closedThrough ?? 0)
}

async function lastSealedEntry(tx: Db): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`select max(entry_id) as id from journal.sealed`.execute(tx)
  return rows[0]!.id ?? 0
}

async function machineTime(tx: Db): Promise<string> {
  const { rows } = await sql<{ at: string }>`select clock_timestamp()::text as at`.execute(tx)
  return rows[0]!.at
}

const bytes = (text: string) => Buffer.from(text, 'hex')

async function putBlock(tx: Db, head: Omit<Seal, 'hash' | 'signature'>, key: string | undefined): Promise<void> {
  const hash = blockHash(head)
  await tx
    .insertInto('journal.block')
    .values({
      no: head.no,
      format: head.format,
      first_position: head.first,
      last_position: head.last,
      sealed_at: head.sealedAt as never,
      previous: bytes(head.previous),
      merkle_root: bytes(head.merkleRoot!),
      last_entry: head.lastEntry,
      closed_through: head.closedThrough,
      horizon: head.horizon,
      root: bytes(hash),
      signature: key === undefined ? null : bytes(signHash(hash, key)),
    })
    .execute()
}
