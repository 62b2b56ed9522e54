import { hashPassword } from 'better-auth/crypto'
import { handle } from '#kernel/server/handle.ts'
import { resetPassword } from './reset-password.contract.ts'

export default handle(resetPassword, async (work, { username, password }) => {
  const account = await work.db
    .selectFrom('access.account')
    .select('id')
    .where('username', '=', username)
    .executeTakeFirst()
  if (!account) return work.missing()
  await work.db
    .updateTable('access.credential')
    .set({ password: await hashPassword(password), updated_at: work.now })
    .where('account_id', '=', account.id)
    .where('provider_id', '=', 'credential')
    .execute()
  await work.db.deleteFrom('access.session').where('account_id', '=', account.id).execute()
  work.record({ subjects: [`account:${account.id}`] })
  return {}
})
