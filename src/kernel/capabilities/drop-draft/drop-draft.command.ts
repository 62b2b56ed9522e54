import { handle } from '#kernel/server/handle.ts'
import { dropDraft } from './drop-draft.contract.ts'

export default handle(dropDraft, async ({ db, actor }, { capability, key }) => {
  await db
    .deleteFrom('kernel.draft')
    .where('account_id', '=', actor!.accountId)
    .where('capability', '=', capability)
    .where('key', '=', key)
    .execute()
  return {}
})
