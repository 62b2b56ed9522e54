import { hashPassword } from 'better-auth/crypto'
import { handle } from '#kernel/server/handle.ts'
import type { Tries } from '#kernel/server/limits.ts'
import { assertInChargeOf } from '../in-charge-of.read.ts'
import { signInsByName } from '../sign-in/limits.read.ts'
import { resetPassword } from './reset-password.contract.ts'

/** A new password by the administrator: all sessions end, and whoever was kept out by tries that failed may try again. */
export default (tries: Tries) =>
  handle(resetPassword, async (work, { username, password }) => {
    const account = await work.db
      .selectFrom('access.account')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirst()
    if (!account) return work.missing()
    await assertInChargeOf(work, account.id)
    await work.db
      .updateTable('access.credential')
      .set({ password: await hashPassword(password), updated_at: work.now })
      .where('account_id', '=', account.id)
      .where('provider_id', '=', 'credential')
      .execute()
    await work.db.deleteFrom('access.session').where('account_id', '=', account.id).execute()
    await tries.forgetIn(work.tx, signInsByName, username.toLowerCase())
    work.record({ subjects: [`account:${account.id}`] })
    return {}
  })
