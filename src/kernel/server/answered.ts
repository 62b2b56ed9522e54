import type { Db } from '../db/engine.ts'
import { json } from '../db/fragments.ts'
import { canonicalJson, digest } from './digest.ts'
import { Refusal } from './refusal.ts'

/** The kept answer of a command that was sent before under this key; throws 422 when the key came with another input. */
export async function findAnswer(tx: Db, accountId: string, capability: string, key: string, input: unknown) {
  const kept = await tx
    .selectFrom('kernel.answered')
    .select(['input_digest', 'answer'])
    .where('account_id', '=', accountId)
    .where('capability', '=', capability)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!kept) return undefined
  if (Buffer.compare(kept.input_digest, digest(canonicalJson(input))) !== 0) {
    throw new Refusal('refused', 'idempotency_key_reused')
  }
  return { answer: kept.answer }
}

/** Keeps the answer in the command's own transaction. A second run at the same moment meets the primary key and tries again. */
export async function keepAnswer(
  tx: Db,
  accountId: string,
  capability: string,
  key: string,
  input: unknown,
  answer: unknown,
): Promise<void> {
  await tx
    .insertInto('kernel.answered')
    .values({
      account_id: accountId,
      capability,
      key,
      input_digest: digest(canonicalJson(input)),
      answer: json(answer ?? null),
    })
    .execute()
}
