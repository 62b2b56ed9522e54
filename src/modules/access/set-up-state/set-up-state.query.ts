import type { PlainDate } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import { setUpState } from './set-up-state.contract.ts'

/** What the set-up page is told beside whether it is done. */
export default (rootTypes: (today: PlainDate) => readonly { code: string; name: { vi: string; en: string } }[]) =>
  handle(setUpState, async ({ tx, today }) => {
    const done = await tx
      .selectFrom('kernel.setting')
      .select('key')
      .where('key', '=', 'organisation')
      .executeTakeFirst()
    return { done: done !== undefined, today, types: done ? [] : [...rootTypes(today)] }
  })
