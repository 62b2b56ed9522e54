import { handleOutside } from '#kernel/server/handle.ts'
import type { Library } from '../library.write.ts'
import { changePassword } from './change-password.contract.ts'

export default (library: Library) =>
  handleOutside(changePassword, async (outside, { current, next }) => {
    const response = await library.api.changePassword({
      body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
      headers: outside.headers,
      asResponse: true,
    })
    if (!response.ok) return outside.refuse('wrong_password')
    for (const cookie of response.headers.getSetCookie()) outside.answer.append('set-cookie', cookie)
    outside.record({ subjects: [`account:${outside.actor!.accountId}`] })
    return {}
  })
