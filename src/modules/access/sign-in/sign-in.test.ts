import { beforeAll, describe, expect, test } from 'vitest'
import { foundPerson, fresh, type Person, stranger } from '#test/founders.ts'
import { harness, testPassword } from '#test/harness.ts'
import { cookieOf } from '#test/own-product.ts'
import { changePassword } from '../change-password/change-password.contract.ts'
import { signOut } from '../sign-out/sign-out.contract.ts'
import { whoAmI } from '../who-am-i/who-am-i.contract.ts'
import { signIn } from './sign-in.contract.ts'

let person: Person
beforeAll(async () => {
  person = await foundPerson({ role: 'cell_secretary', unitId: null })
})

/** Opens one more session of an account: its cookie, or nothing. */
async function open(username: string, password: string): Promise<{ status: number; cookie: string; headers: Headers }> {
  const { product } = await harness()
  const response = await product.app.request('/api/access.sign-in', {
    method: 'POST',
    body: JSON.stringify({ username, password }),
    headers: { 'content-type': 'application/json' },
  })
  return { status: response.status, cookie: cookieOf(response), headers: response.headers }
}
const signedIn = async (cookie: string) => (await stranger.ask(whoAmI, {}, { cookie })).body.signedIn

describe('signing in', () => {
  test('opens a session that only this browser holds and no script of a page can read', async () => {
    const { status, cookie, headers } = await open(person.username.toUpperCase(), testPassword)
    expect([status, await signedIn(cookie)]).toEqual([200, true])
    expect(headers.getSetCookie()[0]).toMatch(/HttpOnly/i)
    expect(headers.getSetCookie()[0]).toMatch(/SameSite=Lax/i)
  })

  test('with a wrong password, an unknown user or a name that no user can have gives one and the same answer', async () => {
    const tried = [
      [person.username, 'sai-mat-khau-roi'],
      [fresh('khong.co'), testPassword],
      ['x', testPassword],
      ["' or 1=1 --", testPassword],
      [person.username, `${testPassword} `],
    ] as const
    const answers = []
    for (const [username, password] of tried) answers.push(await stranger.ask(signIn, { username, password }))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers[0]!.problem.sentence).toEqual({
      vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
      en: 'The user name or the password is not right.',
    })
  })

  test('takes about as long for an unknown user as for a wrong password', async () => {
    const time = async (username: string) => {
      const begun = performance.now()
      for (let i = 0; i < 3; i++) await stranger.ask(signIn, { username, password: 'sai-mat-khau-roi' })
      return performance.now() - begun
    }
    await time(person.username)
    const [known, unknown] = [await time(person.username), await time(fresh('khong.co'))]
    expect(unknown).toBeGreaterThan(known / 3)
  })
})

describe('a session', () => {
  test('ends when its person signs out, and only that one', async () => {
    const [one, two] = [await open(person.username, testPassword), await open(person.username, testPassword)]
    expect((await stranger.ask(signOut, {}, { cookie: one.cookie })).status).toBe(200)
    expect([await signedIn(one.cookie), await signedIn(two.cookie)]).toEqual([false, true])
    expect((await stranger.ask(signOut, {}, { cookie: one.cookie })).status).toBe(401)
  })

  test('that was tampered with is none', async () => {
    const { cookie } = await open(person.username, testPassword)
    expect(await signedIn(`${cookie.slice(0, -3)}AAA`)).toBe(false)
    expect(await signedIn(cookie.replace(/=.{8}/, '=AAAAAAAA'))).toBe(false)
  })
})

describe('changing one’s password', () => {
  test('ends the other sessions, keeps this one, and the old password opens nothing any more', async () => {
    const me = await foundPerson({ role: 'cell_secretary', unitId: null })
    const other = await open(me.username, testPassword)
    const { product } = await harness()
    const changed = await product.app.request(`/api/${changePassword.name}`, {
      method: 'POST',
      body: JSON.stringify({ current: testPassword, next: 'mot-mat-khau-moi-hon' }),
      headers: { 'content-type': 'application/json', cookie: me.cookie },
    })
    expect(changed.status).toBe(200)
    expect(await signedIn(other.cookie)).toBe(false)
    expect(await signedIn(me.cookie)).toBe(false)
    expect(await signedIn(cookieOf(changed))).toBe(true)
    expect((await open(me.username, testPassword)).status).toBe(401)
    expect((await open(me.username, 'mot-mat-khau-moi-hon')).status).toBe(200)
  })

  test('needs the present one, and a new one of twelve characters', async () => {
    const me = await foundPerson({ role: 'cell_secretary', unitId: null })
    const wrong = await me.ask(changePassword, { current: 'sai-mat-khau-roi', next: 'mot-mat-khau-moi-hon' })
    expect([wrong.status, wrong.problem.code]).toEqual([422, 'wrong_password'])
    expect((await me.ask(changePassword, { current: testPassword, next: 'ngan-qua' })).status).toBe(400)
    expect((await stranger.ask(changePassword, { current: testPassword, next: 'mot-mat-khau-moi-hon' })).status).toBe(
      401,
    )
    expect((await open(me.username, testPassword)).status).toBe(200)
  })
})
