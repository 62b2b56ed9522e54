import { describe, expect, it } from 'vitest'
import { foundBranch, foundPerson, fresh, stranger } from '#test/founders.ts'
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

  it('is given by whoever is in charge of the account: not by its holder, beyond reach, or against a role one may not give', async () => {
    const branch = await foundBranch()
    const officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('c1') })
    const password = 'mat-khau-moi-cap'
    const reset = async (grant: { role: string; unitId: string | null }) => {
      const { username } = await foundPerson(grant)
      const { status, problem } = await officer.ask(resetPassword, { username, password })
      return [status, problem.code]
    }
    expect(await reset({ role: 'cell_secretary', unitId: branch.id('c1.o1.k1') })).toEqual([200, undefined])
    expect(await reset({ role: 'cell_secretary', unitId: branch.id('c2.o1.k1') })).toEqual([403, 'out_of_reach'])
    expect(await reset({ role: 'administrator', unitId: null })).toEqual([403, 'no_grant'])
    expect(await reset({ role: 'inspection_officer', unitId: branch.id('c1') })).toEqual([422, 'not_yours_to_give'])
    const own = await officer.ask(resetPassword, { username: officer.username, password })
    expect([own.status, own.problem.code]).toEqual([422, 'not_to_oneself'])
    const secretary = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c1') })
    expect((await secretary.ask(resetPassword, { username: officer.username, password })).status).toBe(403)
    expect((await secretary.ask(whoAmI, {})).body.may).not.toContain('access.reset-password')
  })
})
