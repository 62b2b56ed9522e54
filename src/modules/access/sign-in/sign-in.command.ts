import type { Engine } from '#kernel/db/engine.ts'
import { handleOutside } from '#kernel/server/handle.ts'
import type { Library } from '../library.write.ts'
import { signIn } from './sign-in.contract.ts'
import { digestOfName, forgetTries, noteTry } from './tries.write.ts'

export default (engine: Engine, library: Library, key: string) =>
  handleOutside(signIn, async (outside, { username, password }) => {
    const name = digestOfName(username, key)
    if (!(await noteTry(engine, name))) return outside.refuse('too_many_tries')
    const response = await library.api.signInUsername({
      body: { username: username.toLowerCase(), password },
      headers: outside.headers,
      asResponse: true,
    })
    if (!response.ok) return outside.unknown('wrong_credentials')
    await forgetTries(engine, name)
    for (const cookie of response.headers.getSetCookie()) outside.answer.append('set-cookie', cookie)
    const { user } = (await response.json()) as { user: { id: string; name: string } }
    outside.record({ subjects: [`account:${user.id}`], actor: { accountId: user.id, displayName: user.name } })
    return { displayName: user.name }
  })
