import { json } from '#kernel/db/fragments.ts'
import { handle } from '#kernel/server/handle.ts'
import { keepDraft } from './keep-draft.contract.ts'

export default handle(
  keepDraft,
  async ({ db, actor, now }, { capability, key, about = null, value }) => {
    await db
      .insertInto('kernel.draft')
      .values({ account_id: actor!.accountId, capability, key, about, value: json(value), saved_at: now })
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'capability', 'key']).doUpdateSet({ about, value: json(value), saved_at: now }),
      )
      .execute()
    return { savedAt: now }
  },
  { constraints: { a_draft_is_of_reasonable_size: 'too_large' } },
)
