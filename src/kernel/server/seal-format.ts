import { createHmac, hash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../db/engine.ts'
import { digest } from './digest.ts'
import { leafDigest } from './merkle.ts'

/**
 * Every column of an entry as the database writes it, with microseconds. Each part tells where it ends, and absent is told from empty: no
 * two rows have the same text.
 */
export const entryText = sql<string>`concat_ws('|', e.id, quote_literal(e.capability), coalesce(e.account_id::text, '-'),
  e.units, e.subjects, e.recorded_at, e.written_at, encode(e.detail_digest, 'hex'), e.written_xid)`

/** Every column of a detail in the same way, the salt first. */
export const detailText = sql<string>`concat_ws('|', encode(d.salt, 'hex'), quote_nullable(d.actor_name),
  quote_nullable(d.capacity), coalesce(d.input::text, '-'), coalesce(d.before::text, '-'), coalesce(d.after::text, '-'),
  coalesce(d.ground::text, '-'))`

/** The digest of a salted detail in hex; the leaf of its entry holds it in place of the values. */
export function detailDigest(text: string): string {
  return hash('sha256', `lienchi detail 2\n${text}`)
}

/** The leaf of an entry in hex: its place, all its columns, and the digest of its detail. */
export function entryLeaf(position: number, text: string, detailHex: string): string {
  return leafDigest(`${position}\n${text}\n${detailHex}`)
}

/** The head of a block with its hash and signature, bytes in hex: what a line of the seal file says. */
export const Seal = z.object({
  /** 1 as sealed until 0.1.0, 2 with a Merkle tree. */
  format: z.int(),
  no: z.int(),
  first: z.int(),
  last: z.int(),
  sealedAt: z.string(),
  previous: z.string(),
  merkleRoot: z.string().nullable(),
  lastEntry: z.int().nullable(),
  closedThrough: z.int().nullable(),
  horizon: z.int().nullable(),
  hash: z.string(),
  signature: z.string().nullable(),
})
export type Seal = z.infer<typeof Seal>

/** The hash of a block of format 2: over everything its head says but itself and the signature. */
export function blockHash(seal: Omit<Seal, 'hash' | 'signature'>): string {
  const { format, no, first, last, lastEntry, closedThrough, horizon, sealedAt, previous, merkleRoot } = seal
  const numbers = [format, no, first, last, last - first + 1, lastEntry, closedThrough, horizon].map(String)
  return hex(digest('lienchi block', ...numbers, sealedAt, previous, String(merkleRoot)))
}

/** The signature of a block's hash (HMAC-SHA-256), in hex. */
export function signHash(hashHex: string, key: string): string {
  return createHmac('sha256', key).update(Buffer.from(hashHex, 'hex')).digest('hex')
}

/** Whether one of the keys made a signature: the first signs, the others are those that signed before it. */
export function isSignedBy(keys: readonly string[], seal: Pick<Seal, 'hash' | 'signature'>): boolean {
  return keys.some((key) => signHash(seal.hash, key) === seal.signature)
}

/** Blocks after a number, in order. */
export async function listSeals(tx: Db, after: number, limit: number): Promise<Seal[]> {
  const rows = await tx
    .selectFrom('journal.block')
    .selectAll()
    .select(sql<string>`sealed_at::text`.as('sealed_text'))
    .where('no', '>', after)
    .orderBy('no')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    format: row.format,
    no: row.no,
    first: row.first_position,
    last: row.last_position,
    sealedAt: row.sealed_text,
    previous: hex(row.previous),
    merkleRoot: row.merkle_root && hex(row.merkle_root),
    lastEntry: row.last_entry,
    closedThrough: row.closed_through,
    horizon: row.horizon,
    hash: hex(row.root),
    signature: row.signature && hex(row.signature),
  }))
}

/** The newest block. */
export async function findLastSeal(tx: Db): Promise<Seal | undefined> {
  const { rows } = await sql<{ no: number | null }>`select max(no) as no from journal.block`.execute(tx)
  const no = rows[0]!.no
  return no === null ? undefined : (await listSeals(tx, no - 1, 1))[0]
}

/** Bytes in hex. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}
