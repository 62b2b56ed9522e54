import { beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '#kernel/contract/contract.ts'
import { type Branch, foundBranch, foundPerson, fresh, type Person, stranger } from '#test/founders.ts'
import { harness, testPassword } from '#test/harness.ts'
import { validEnough } from '#test/valid-enough.ts'
import { accounts } from '../accounts/accounts.contract.ts'
import { signIn } from '../sign-in/sign-in.contract.ts'
import { whoAmI } from '../who-am-i/who-am-i.contract.ts'
import { createAccount } from './create-account.contract.ts'

let branch: Branch
let administrator: Person
beforeAll(async () => {
  branch = await foundBranch()
  administrator = await foundPerson({ role: 'administrator', unitId: null })
})

const account = (more: object = {}) => ({
  displayName: 'Nguyễn Thị Thử',
  username: fresh('nguoi'),
  password: testPassword,
  role: 'committee_secretary',
  unitId: branch.id('c1'),
  origin: 'Quyết định phân công 12',
  ...more,
})

describe('an account', () => {
  test('that the administrator makes can sign in, and stands in the list with its grant and where that comes from', async () => {
    const input = account()
    const { status, body } = await administrator.ask(createAccount, input)
    expect(status).toBe(200)
    expect((await stranger.ask(signIn, { username: input.username, password: input.password })).body).toEqual({
      displayName: 'Nguyễn Thị Thử',
    })
    const listed = (await administrator.ask(accounts, { text: input.username })).body.accounts.find(
      ({ id }) => id === body.accountId,
    )
    expect(listed).toMatchObject({ username: input.username, displayName: 'Nguyễn Thị Thử' })
    expect(listed!.grants).toMatchObject([
      {
        role: { code: 'committee_secretary' },
        unit: { id: branch.id('c1'), name: expect.stringContaining('Cơ quan 1') },
        reach: 'below',
        origin: 'Quyết định phân công 12',
        valid: { from: '2024-01-15', until: null },
      },
    ])
  })

  test('needs a name nobody has, a role that is there, a unit that is known, a password of twelve characters', async () => {
    const taken = account()
    await administrator.ask(createAccount, taken)
    const refusals = [
      [
        { username: taken.username.toUpperCase() },
        'name_taken',
        'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác; chưa có tài khoản nào được lập.',
      ],
      [{ role: 'vua' }, 'unknown_role', 'Vai trò này không có trong danh mục. Hãy tải lại trang rồi chọn lại.'],
      [
        { unitId: '00000000-0000-8000-8000-000000000000' },
        'unknown_unit',
        'Không có tổ chức này trong hệ thống. Hãy chọn lại tổ chức.',
      ],
    ] as const
    for (const [more, code, sentence] of refusals) {
      const { status, problem } = await administrator.ask(createAccount, account(more))
      expect([status, problem.code, problem.sentence.vi]).toEqual([422, code, sentence])
    }
    for (const more of [{ password: 'ngan-qua' }, { username: 'có dấu' }, { username: 'ab' }, { displayName: ' ' }]) {
      expect((await administrator.ask(createAccount, account(more))).status).toBe(400)
    }
  })

  test('is made within the maker’s reach, with a role that the maker’s own role gives', async () => {
    const officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('c1') })
    expect((await officer.ask(createAccount, account())).status).toBe(200)
    const elsewhere = await officer.ask(createAccount, account({ unitId: branch.id('c2') }))
    expect([elsewhere.status, elsewhere.problem.code]).toEqual([403, 'out_of_reach'])
    expect((await officer.ask(createAccount, account({ unitId: null }))).status).toBe(403)
    for (const role of ['organisation_officer', 'inspection_officer', 'administrator', 'journal_overseer']) {
      const { status, problem } = await officer.ask(createAccount, account({ role }))
      expect([role, status, problem.code]).toEqual([role, 422, 'not_yours_to_give'])
    }
    const secretary = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c1') })
    expect((await secretary.ask(createAccount, account())).status).toBe(403)
    expect((await secretary.ask(accounts, {})).status).toBe(403)
    expect((await stranger.ask(createAccount, account())).status).toBe(401)
  })
})

describe('what a person is told they may', () => {
  const grants = [
    { role: 'administrator', unitId: null },
    { role: 'organisation_officer', unitId: null },
    { role: 'organisation_officer', unitId: 'c1' },
    { role: 'committee_secretary', unitId: 'c1' },
    { role: 'cell_secretary', unitId: 'c1.o1.k1', reach: 'own' },
  ] as const
  test.each(grants)('agrees with what answers them ($role, $unitId)', async ({ unitId, ...grant }) => {
    const { product } = await harness()
    const person = await foundPerson({ ...grant, unitId: unitId && branch.id(unitId) })
    const { may, capacities, organisation } = (await person.ask(whoAmI, {})).body
    const refused: string[] = []
    const ending = ['access.sign-out', 'access.verify-journal']
    for (const { contract } of product.modules.flatMap(({ handlers }) => handlers)) {
      if (ending.includes(contract.name)) continue
      // Inputs that name a unit of theirs and are otherwise not valid: who may is asked before anything is done.
      const { status } = await person.ask(
        contract as Contract,
        validEnough(contract, branch.id(unitId ?? 'c1')) as never,
      )
      if (status === 403) refused.push(contract.name)
    }
    const all = product.modules.flatMap(({ handlers }) => handlers.map(({ contract }) => contract.name))
    expect(all.filter((name) => !may.includes(name) && !ending.includes(name)).sort()).toEqual(refused.sort())
    expect(capacities).toHaveLength(1)
    expect(organisation?.id ?? null).toBe(unitId && branch.id(unitId))
  })

  test('without a session nothing, and the demo’s people are not shown where there are none', async () => {
    expect((await stranger.ask(whoAmI, {})).body).toMatchObject({
      signedIn: false,
      may: [],
      capacities: [],
      demoPeople: [],
      organisation: null,
    })
  })
})
