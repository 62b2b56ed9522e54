import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Contract } from '#kernel/contract/contract.ts'
import { uuidv7 } from '#kernel/contract/ids.ts'
import type { Db, Engine } from '../db/engine.ts'
import { json } from '../db/fragments.ts'
import { canonicalJson, digest } from './digest.ts'
import { actingGrant, type Session } from './ports.ts'
import type { Change } from './work.ts'

/** What a journal entry is made from. */
export interface EntryDraft {
  id: number
  contract: Pick<Contract, 'name' | 'secrets' | 'permission'>
  actor: Session | null
  now: string
  input: unknown
  change: Change
}

/** Writes the entry and its detail in the open transaction. Secrets of the contract never get this far. */
export async function writeEntry(tx: Db, draft: EntryDraft): Promise<void> {
  const { contract, actor, change } = draft
  const acting = actor ? actingGrant(contract, actor) : undefined
  const detail = {
    actor_name: actor?.displayName ?? change.actor?.displayName ?? null,
    capacity: acting?.title ?? actor?.capacity ?? null,
    input: withoutSecrets(draft.input, contract.secrets),
    before: change.before ?? null,
    after: change.after ?? null,
    ground: change.ground ?? null,
  }
  const salt = new Uint8Array(randomBytes(16))
  await tx
    .insertInto('journal.entry')
    .values({
      id: draft.id,
      capability: contract.name,
      account_id: actor?.accountId ?? change.actor?.accountId ?? null,
      units: [...(change.units ?? [])],
      // `as:<grant>`: in which capacity, so that everything done by a grant can be found.
      subjects: [...(change.subjects ?? []), ...(acting ? [`as:${acting.id}`] : [])],
      recorded_at: draft.now,
      detail_digest: digest(salt, canonicalJson(detail)),
    } as never)
    .execute()
  await tx
    .insertInto('journal.detail')
    .values({
      entry_id: draft.id,
      salt,
      actor_name: detail.actor_name,
      capacity: detail.capacity,
      input: json(detail.input),
      before: json(detail.before),
      after: json(detail.after),
      ground: json(detail.ground),
    } as never)
    .execute()
}

/** Writes an entry of the product itself, which no person asked for, in a transaction of its own. */
export async function writeSystemEntry(engine: Engine, name: string, change: Change): Promise<void> {
  const now = new Date().toISOString()
  await engine.db.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'lienchi_writer', true), set_config('lienchi.now', ${now}, true)`.execute(tx)
    const id = await takeEntryNumber(tx)
    await writeEntry(tx, {
      id,
      contract: { name, secrets: [], permission: 'anyone' },
      actor: null,
      now,
      input: null,
      change,
    })
  })
  await engine.flush()
}

/**
 * The number of the entry that this transaction will write. The transaction takes its own number first: from that the sealer knows when
 * no entry with a lower number can come any more.
 */
export async function takeEntryNumber(tx: Db): Promise<number> {
  await sql`select pg_current_xact_id()`.execute(tx)
  const { rows } = await sql<{ entry: number }>`select nextval('journal.entry_id') as entry,
    set_config('lienchi.entry', currval('journal.entry_id')::text, true)`.execute(tx)
  return rows[0]!.entry
}

/** Keeps what was tried and refused, in a transaction of its own after the rollback. */
export async function writeAttempt(
  tx: Db,
  attempt: { accountId: string | null; capability: string; status: number; code: string },
): Promise<void> {
  await tx
    .insertInto('journal.attempt')
    .values({
      id: uuidv7(),
      account_id: attempt.accountId,
      capability: attempt.capability,
      status: attempt.status,
      code: attempt.code,
    } as never)
    .execute()
}

/** Logs whose data somebody read, in the transaction that read it. Throws without an account: nobody reads personal data unknown. */
export async function writeReading(
  tx: Db,
  actor: Session | null,
  contract: Contract,
  subjects: string[],
  entry: number | null,
): Promise<void> {
  if (!actor) throw new Error(`${contract.name} shows personal data without a session`)
  const acting = actingGrant(contract, actor)
  await tx
    .insertInto('journal.reading')
    .values({
      id: uuidv7(),
      account_id: actor.accountId,
      capability: contract.name,
      subjects,
      grant_id: acting?.id ?? null,
      mandate_id: acting?.mandateId ?? null,
      entry,
    } as never)
    .execute()
}

function withoutSecrets(input: unknown, secrets: readonly string[]): unknown {
  if (secrets.length === 0 || !input || typeof input !== 'object') return input ?? null
  return Object.fromEntries(Object.entries(input).filter(([key]) => !secrets.includes(key)))
}
