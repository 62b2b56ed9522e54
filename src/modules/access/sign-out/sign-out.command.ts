import { handleOutside } from '#kernel/server/handle.ts'
import type { Library } from '../library.write.ts'
import { signOut } from './sign-out.contract.ts'

export default (library: Library) =>
  handleOutside(signOut, async (outside) => {
    const response = await library.api.signOut({ headers: outside.headers, asResponse: true })
    for (const cookie of response.headers.getSetCookie()) outside.answer.append('set-cookie', cookie)
    outside.record({ subjects: [`account:${outside.actor!.accountId}`] })
    return {}
  })
