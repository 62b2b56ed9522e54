import type { InputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import { sameCode } from '../set-up/code.read.ts'
import { setUpCodes } from '../set-up/limit.read.ts'
import { setUpState } from './set-up-state.contract.ts'

type RootTypes = (today: PlainDate) => readonly { code: string; name: { vi: string; en: string } }[]

/** What the set-up page is told beside whether it is done. `code` is the one printed at the start; null: none is looked at. */
export default (rootTypes: RootTypes, code: () => string | null = () => null) =>
  handle(
    setUpState,
    async ({ tx, today, refuse }, { code: given }) => {
      const done = await tx
        .selectFrom('kernel.setting')
        .select('key')
        .where('key', '=', 'organisation')
        .executeTakeFirst()
      const expected = code()
      if (!done && given !== undefined && expected !== null && !sameCode(given, expected)) refuse('wrong_code')
      return { done: done !== undefined, today, types: done ? [] : [...rootTypes(today)] }
    },
    {
      limit: {
        limit: setUpCodes,
        failing: 'wrong_code',
        tries: (input: InputOf<typeof setUpState>) => input.code !== undefined,
      },
    },
  )
