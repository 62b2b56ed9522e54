import { handle } from '#kernel/server/handle.ts'
import { unitAndPath } from '#modules/structure/index.server.ts'
import { writeAccount } from '../account.write.ts'
import { createAccount } from './create-account.contract.ts'

export default handle(
  createAccount,
  async (work, input) => {
    const role = await work.db
      .selectFrom('access.role')
      .select('code')
      .where('code', '=', input.role)
      .executeTakeFirst()
    if (!role) work.refuse('unknown_role')
    if (input.unitId && !(await unitAndPath(work.tx, input.unitId, work.today))) work.refuse('unknown_unit')
    const accountId = await writeAccount(work.db, { ...input, from: work.today })
    const { password: _password, ...after } = input
    work.record({
      subjects: [`account:${accountId}`],
      units: input.unitId ? [input.unitId] : [],
      after,
      ground: input.origin,
    })
    return { accountId }
  },
  { constraints: { account_username_key: 'name_taken', account_email_key: 'name_taken' } },
)
