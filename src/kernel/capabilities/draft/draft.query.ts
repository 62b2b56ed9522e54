import { handle } from '#kernel/server/handle.ts'
import { draft } from './draft.contract.ts'

export default handle(draft, async ({ db, actor }, { capability, key }) => {
  const row = await db
    .selectFrom('kernel.draft')
    .select(['value', 'saved_at'])
    .where('account_id', '=', actor!.accountId)
    .where('capability', '=', capability)
    .where('key', '=', key)
    .executeTakeFirst()
  return { draft: row ? { value: row.value as Record<string, unknown>, savedAt: row.saved_at } : null }
})
