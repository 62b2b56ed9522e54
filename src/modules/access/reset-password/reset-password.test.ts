import { describe, expect, it } from 'vitest'
import { foundPerson, fresh, stranger } from '#test/founders.ts'
import { harness, testPassword } from '#test/harness.ts'
import { signIn } from '../sign-in/sign-in.contract.ts'
import { whoAmI } from '../who-am-i/who-am-i.contract.ts'
import { resetPassword } from './reset-password.contract.ts'

describe('a new password given by the administrator', () => {
  it('opens the account, closes the old password and every session it had', async () => {
    const { found } = await harness()
    const administrator = await foundPerson({ role: 'administrator', unitId: null })
    const username = fresh('quen')
    await found('access.create-account', {
      displayName: 'Người quên mật khẩu',
      username,
      password: testPassword,
      role: 'cell_secretary',
      unitId: null,
      origin: 'dựng cho một phép thử',
    })
    const before = await stranger.ask(signIn, { username, password: testPassword })
    expect(before.status).toBe(200)
    expect((await administrator.ask(resetPassword, { username, password: 'mat-khau-moi-cap' })).status).toBe(200)
    expect((await stranger.ask(signIn, { username, password: testPassword })).status).toBe(401)
    expect((await stranger.ask(signIn, { username, password: 'mat-khau-moi-cap' })).status).toBe(200)
  })

  it('is nobody else’s to give', async () => {
    const person = await foundPerson({ role: 'organisation_officer', unitId: null })
    expect((await person.ask(resetPassword, { username: 'ai-do', password: 'mat-khau-moi-cap' })).status).toBe(403)
    expect((await person.ask(whoAmI, {})).body.may).not.toContain('access.reset-password')
  })
})
