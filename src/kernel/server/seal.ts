import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Engine } from '../db/engine.ts'
import { canonicalJson, digest } from './digest.ts'
import { asSystem } from './kernel.ts'

/** Entries sealed in one block at the most. */
const blockSize = 5000

interface SealRow {
  id: number
  capability: string
  account_id: string | null
  units: string[]
  subjects: string[]
  recorded_at: string
  written_at: string
  detail_digest: Uint8Array
}

/** What the chain says of an entry: everything but its detail, of which it holds the salted digest. */
export function entryDigest(row: SealRow): Uint8Array {
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

/** The root of a block: over the block before and every digest of its entries in order. */
export function blockRoot(no: number, previous: Uint8Array, digests: readonly Uint8Array[]): Uint8Array {
  return digest(String(no), previous, ...digests)
}

/** The signature of a root where the installation has a key (a file or the environment, never the database). */
export function signRoot(root: Uint8Array, key: string | undefined): Uint8Array | null {
  return key ? new Uint8Array(createHmac('sha256', key).update(root).digest()) : null
}

const columns = [
  'id',
  'capability',
  'account_id',
  'units',
  'subjects',
  'recorded_at',
  'written_at',
  'detail_digest',
] as const

/**
 * Seals what every reader can see for good: entries older than the oldest running transaction, numbered without gaps by one sealer
 * at a time. Returns how many were sealed.
 */
export async function sealJournal(engine: Engine, key: string | undefined): Promise<number> {
  return asSystem(engine, async (tx) => {
    await sql`select pg_advisory_xact_lock(7041949)`.execute(tx)
    const rows = await tx
      .selectFrom('journal.entry as e')
      .select(columns.map((column) => `e.${column}` as const))
      .where((eb) =>
        eb.not(
          eb.exists(eb.selectFrom('journal.sealed as s').select('s.position').whereRef('s.entry_id', '=', 'e.id')),
        ),
      )
      .where(sql<boolean>`e.written_xid < pg_snapshot_xmin(pg_current_snapshot())`)
      .orderBy('e.id')
      .limit(blockSize)
      .execute()
    if (rows.length === 0) return 0
    const last = await tx.selectFrom('journal.block').selectAll().orderBy('no', 'desc').limit(1).executeTakeFirst()
    const first = (last?.last_position ?? 0) + 1
    const digests = rows.map((row) => entryDigest(row))
    const no = (last?.no ?? 0) + 1
    const previous = last?.root ?? new Uint8Array(32)
    const root = blockRoot(no, previous, digests)
    await tx
      .insertInto('journal.sealed')
      .values(rows.map((row, index) => ({ position: first + index, entry_id: row.id, digest: digests[index]! })))
      .execute()
    await tx
      .insertInto('journal.block')
      .values({
        no,
        first_position: first,
        last_position: first + rows.length - 1,
        root,
        previous,
        signature: signRoot(root, key),
      })
      .execute()
    return rows.length
  })
}

/** A place where the chain does not hold. */
export interface Break {
  block: number | null
  entry: number | null
  what: string
}

/** What a check of the whole chain found. */
export interface Verified {
  whole: boolean
  blocks: number
  sealedEntries: number
  notYetSealed: number
  breaks: Break[]
}

/** Reads the whole journal again and holds it against the chain: entries, details, blocks, signatures. */
export async function verifyJournal(engine: Engine, key: string | undefined): Promise<Verified> {
  return asSystem(engine, async (tx) => {
    const breaks: Break[] = []
    const blocks = await tx.selectFrom('journal.block').selectAll().orderBy('no').execute()
    let previous: Uint8Array = new Uint8Array(32)
    let sealedEntries = 0
    let signed = false
    for (const [index, block] of blocks.entries()) {
      const rows = await tx
        .selectFrom('journal.sealed as s')
        .leftJoin('journal.entry as e', 'e.id', 's.entry_id')
        .select(['s.position', 's.entry_id', 's.digest'])
        .select(columns.map((column) => `e.${column}` as const))
        .where('s.position', '>=', block.first_position)
        .where('s.position', '<=', block.last_position)
        .orderBy('s.position')
        .execute()
      if (block.no !== index + 1) breaks.push({ block: block.no, entry: null, what: 'block missing before this one' })
      if (rows.length !== block.last_position - block.first_position + 1)
        breaks.push({ block: block.no, entry: null, what: 'positions missing' })
      for (const row of rows) {
        if (row.id === null) breaks.push({ block: block.no, entry: row.entry_id, what: 'entry gone' })
        else if (Buffer.compare(entryDigest(row as SealRow), row.digest) !== 0)
          breaks.push({ block: block.no, entry: row.id, what: 'entry changed' })
      }
      if (Buffer.compare(block.previous, previous) !== 0)
        breaks.push({ block: block.no, entry: null, what: 'not chained to the block before' })
      const root = blockRoot(
        block.no,
        block.previous,
        rows.map((row) => row.digest),
      )
      if (Buffer.compare(root, block.root) !== 0)
        breaks.push({ block: block.no, entry: null, what: 'root does not match' })
      const signature = signRoot(block.root, key)
      if (signature && block.signature && Buffer.compare(signature, block.signature) !== 0) {
        breaks.push({ block: block.no, entry: null, what: 'signature does not match' })
      }
      if (signature && !block.signature && signed) breaks.push({ block: block.no, entry: null, what: 'signature gone' })
      signed ||= block.signature !== null
      previous = block.root
      sealedEntries += rows.length
    }
    breaks.push(...(await sealedOutsideBlocks(tx)), ...(await changedDetails(tx)))
    const all = await tx
      .selectFrom('journal.entry')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return {
      whole: breaks.length === 0,
      blocks: blocks.length,
      sealedEntries,
      notYetSealed: all.n - sealedEntries,
      breaks,
    }
  })
}

/** Positions that no block holds: a block was taken away at the end, where no later one misses it. */
async function sealedOutsideBlocks(tx: Db): Promise<Break[]> {
  const rows = await tx
    .selectFrom('journal.sealed as s')
    .select('s.entry_id')
    .where(
      sql<boolean>`not exists (select from journal.block b where s.position between b.first_position and b.last_position)`,
    )
    .orderBy('s.position')
    .limit(1)
    .execute()
  return rows.map((row) => ({ block: null, entry: row.entry_id, what: 'sealed, and its block is gone' }))
}

async function changedDetails(tx: Db): Promise<Break[]> {
  const breaks: Break[] = []
  let after = 0
  for (;;) {
    const rows = await tx
      .selectFrom('journal.entry as e')
      .leftJoin('journal.detail as d', 'd.entry_id', 'e.id')
      .select([
        'e.id',
        'e.detail_digest',
        'd.salt',
        'd.actor_name',
        'd.capacity',
        'd.input',
        'd.before',
        'd.after',
        'd.ground',
      ])
      .where('e.id', '>', after)
      .orderBy('e.id')
      .limit(1000)
      .execute()
    if (rows.length === 0) return breaks
    for (const row of rows) {
      const { id, detail_digest, salt, ...detail } = row
      after = id
      if (salt === null) breaks.push({ block: null, entry: id, what: 'detail gone' })
      else if (Buffer.compare(digest(salt, canonicalJson(detail)), detail_digest) !== 0)
        breaks.push({ block: null, entry: id, what: 'detail changed' })
    }
  }
}
