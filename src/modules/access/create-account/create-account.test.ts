import { beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '#kernel/contract/contract.ts'
import { readTerms } from '#src/product.ts'
import { type Branch, foundBranch, foundPerson, fresh, type Person, stranger } from '#test/founders.ts'
import { harness, testPassword } from '#test/harness.ts'
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
    const listed = (await administrator.ask(accounts, {})).body.accounts.find(({ id }) => id === body.accountId)
    expect(listed).toMatchObject({ username: input.username, displayName: 'Nguyễn Thị Thử' })
    expect(listed!.grants).toMatchObject([
      {
        role: 'committee_secretary',
        unitId: branch.id('c1'),
        unitName: expect.stringContaining('Cơ quan 1'),
        below: true,
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

  test('is for the administrator alone to make and to list', async () => {
    for (const grant of [
      { role: 'organisation_officer', unitId: branch.id('root') },
      { role: 'organisation_officer', unitId: null },
    ]) {
      const officer = await foundPerson(grant)
      expect((await officer.ask(createAccount, account())).status).toBe(403)
      expect((await officer.ask(accounts, {})).status).toBe(403)
    }
    expect((await stranger.ask(createAccount, account())).status).toBe(401)
  })
})

describe('what a person is told they may', () => {
  const grants = [
    { role: 'administrator', unitId: null },
    { role: 'organisation_officer', unitId: null },
    { role: 'organisation_officer', unitId: 'c1' },
    { role: 'committee_secretary', unitId: 'c1' },
    { role: 'cell_secretary', unitId: 'c1.o1.k1', below: false },
  ]
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

/** An act that nothing allows: it would move a unit under itself. */
function renaming(unitId: string) {
  return { kind: 'end', effective: '2999-01-01', decision: { kind: 'x' }, changes: [{ unitId, parentId: unitId }] }
}

/** An input that the contract takes, and that no handler can do anything with. */
function validEnough(contract: Contract, unitId: string): Record<string, unknown> {
  const asOfDate = { on: '2999-01-01', precision: 'day' }
  const candidates = [
    {},
    { unitId },
    { unitIds: [unitId] },
    { text: 'không có gì' },
    { today: '2024-01-15' },
    { entryId: 987654321, ground: 'xxx' },
    { capability: 'x' },
    { capability: 'x', value: {} },
    { purpose: 'x', name: 'x', size: 1, nothingClassed: true },
    { fileId: unitId, no: 0, bytes: '' },
    { unitId, measure: 'members' },
    { unitId, figureId: unitId, value: 1, asOfDate, definition: 'xxx', version: 0 },
    { unitId, measure: 'members', value: 1, asOfDate, definition: 'xxx', sourceTitle: 'xxx' },
    { figureId: unitId },
    { id: unitId },
    { username: 'khong.co', password: 'x' },
    { current: 'sai-mat-khau-roi', next: 'sai-mat-khau-roi-nua' },
    { displayName: 'Xx', username: fresh('x'), password: testPassword, role: 'không có', unitId: null, origin: 'xxx' },
    {
      code: 'x',
      organisation: { name: 'xxx', type: 'x', since: '2020-01-01' },
      administrator: { displayName: 'xx', username: 'xxx', password: testPassword },
    },
    {
      history: {
        format: 'lienchi-history/1',
        name: 'x',
        title: { vi: 'x', en: 'x' },
        sources: [],
        acts: [{ key: 'a', kind: 'end', effective: asOfDate, source: 'x' }],
      },
    },
    { format: 'csv' },
    { importId: unitId },
    { importId: unitId, format: 'csv' },
    { under: unitId, from: '2020-01-01', until: '2024-01-01' },
    { under: unitId, effective: '2024-01-01', decision: { kind: 'x' }, fileId: unitId },
    { actId: unitId },
    { actId: unitId, version: 0, reason: 'xxx' },
    { actId: unitId, version: 0, decision: { kind: 'x' } },
    { act: renaming(unitId) },
    { actId: unitId, version: 0, act: renaming(unitId), reason: 'xxx' },
    { terms: readTerms() },
    { unitId, measure: 'members', from: '2020-01-01', until: '2024-01-01' },
  ]
  const fields = (contract.input as { shape?: Record<string, unknown> }).shape ?? {}
  const found = candidates
    .map((candidate) => Object.fromEntries(Object.entries(candidate).filter(([key]) => key in fields)))
    .find((candidate) => contract.input.safeParse(candidate).success)
  if (!found) throw new Error(`no input known for ${contract.name}`)
  return found
}
