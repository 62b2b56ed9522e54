import type { Db } from '../db/engine.ts'

/** Whether a file was uploaded whole, by this account, for this capability: only then may the capability attach it. */
export async function mayAttach(tx: Db, fileId: string, purpose: string, accountId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('kernel.file')
    .select('id')
    .where('id', '=', fileId)
    .where('purpose', '=', purpose)
    .where('account_id', '=', accountId)
    .where('complete', '=', true)
    .executeTakeFirst()
  return row !== undefined
}
