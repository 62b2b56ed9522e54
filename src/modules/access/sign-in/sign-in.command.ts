import { handleOutside } from '#kernel/server/handle.ts'
import type { Tries } from '#kernel/server/limits.ts'
import { networkOf } from '#kernel/server/tries.ts'
import { unknownAddress } from '#kernel/server/who-asks.ts'
import type { Library } from '../library.write.ts'
import { signInsByAddress, signInsByName } from './limits.read.ts'
import { signIn } from './sign-in.contract.ts'

export default (library: Library, tries: Tries) =>
  handleOutside(signIn, async (outside, { username, password }) => {
    const [name, { address }] = [username.toLowerCase(), outside]
    const fromHere = address === unknownAddress ? null : await tries.note(signInsByAddress, networkOf(address))
    if (fromHere === null && address !== unknownAddress) return outside.refuse('too_many_tries')
    if (!(await tries.note(signInsByName, name))) return outside.refuse('too_many_tries')
    const response = await library.api.signInUsername({
      body: { username: name, password },
      headers: outside.headers,
      asResponse: true,
    })
    if (!response.ok) return outside.unknown('wrong_credentials')
    await tries.forget(signInsByName, name)
    if (fromHere) await tries.takeBack(fromHere)
    for (const cookie of response.headers.getSetCookie()) outside.answer.append('set-cookie', cookie)
    const { user } = (await response.json()) as { user: { id: string; name: string } }
    outside.record({ subjects: [`account:${user.id}`], actor: { accountId: user.id, displayName: user.name } })
    return { displayName: user.name }
  })
