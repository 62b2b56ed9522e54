import { handle } from '#kernel/server/handle.ts'
import { drafts } from './drafts.contract.ts'

const most = 50

export default handle(drafts, async ({ db, actor }, { capability }) => {
  const rows = await db
    .selectFrom('kernel.draft')
    .select(['key', 'about', 'saved_at'])
    .where('account_id', '=', actor!.accountId)
    .where('capability', '=', capability)
    .orderBy('saved_at', 'desc')
    .orderBy('key')
    .limit(most + 1)
    .execute()
  return {
    drafts: rows.slice(0, most).map(({ key, about, saved_at }) => ({ key, about, savedAt: saved_at })),
    more: rows.length > most,
  }
})
