import { beforeAll, describe, expect, test } from 'vitest'
import { declareFigure } from '#modules/structure/index.ts'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { account } from '../account/account.contract.ts'
import { endGrant } from '../end-grant/end-grant.contract.ts'
import { giveGrant } from '../give-grant/give-grant.contract.ts'
import { handOn } from '../hand-on/hand-on.contract.ts'
import { journal } from '../journal/journal.contract.ts'
import { ownRights } from '../own-rights/own-rights.contract.ts'
import { whoAmI } from '../who-am-i/who-am-i.contract.ts'

let branch: Branch
let officer: Person
beforeAll(async () => {
  branch = await foundBranch()
  officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('c1') })
})

const secretaryOf = (unit: string, more: object = {}) => ({
  role: 'committee_secretary',
  unitId: branch.id(unit),
  originKind: 'post' as const,
  origin: 'Bí thư Đảng uỷ',
  document: { kind: 'Quyết định chuẩn y', symbol: '12-QĐ/ĐU', on: '2024-01-02' },
  ...more,
})

/** May this person declare a figure of a unit? Any answer but 403 says yes. */
async function mayDeclare(person: Person, unit: string, headers: Record<string, string> = {}): Promise<boolean> {
  const input = {
    unitId: branch.id(unit),
    measure: 'members',
    value: 1,
    asOfDate: { on: '2023-12-31', precision: 'day' },
    definition: 'đảng viên',
    sourceTitle: 'Báo cáo thử',
  }
  return (await person.ask(declareFigure, input as never, headers)).status !== 403
}

describe('a grant', () => {
  test('holds from the next request on, with its origin and document; ended, it is gone on the next', async () => {
    const person = await foundPerson({ role: 'member', unitId: branch.id('c1.o1.k1'), reach: 'own' })
    expect(await mayDeclare(person, 'c1.o1')).toBe(false)
    const given = await officer.ask(giveGrant, { accountId: person.accountId, ...secretaryOf('c1.o1') } as never)
    expect(given.status).toBe(200)
    expect(await mayDeclare(person, 'c1.o1.k2')).toBe(true)
    expect(await mayDeclare(person, 'c1.o2')).toBe(false)
    const { grants } = (await officer.ask(account, { accountId: person.accountId })).body
    expect(grants.find(({ id }) => id === given.body.grantId)).toMatchObject({
      role: { code: 'committee_secretary', name: { vi: 'Bí thư cấp uỷ' } },
      originKind: 'post',
      document: { symbol: '12-QĐ/ĐU' },
      valid: { from: '2024-01-15', until: null },
      may: ['access.end-grant', 'access.hand-on'],
    })
    const ended = await officer.ask(endGrant, { grantId: given.body.grantId, reason: 'thôi giữ chức vụ' })
    expect(ended.status).toBe(200)
    expect(await mayDeclare(person, 'c1.o1.k2')).toBe(false)
    const again = await officer.ask(endGrant, { grantId: given.body.grantId, reason: 'thôi giữ chức vụ' })
    expect([again.status, [404, 422].includes(again.status)]).toEqual([again.status, true])
  })

  test('is for a time: one that is to come does not hold yet, and one whose days are over is refused', async () => {
    const person = await foundPerson({ role: 'member', unitId: branch.id('c1.o1.k1'), reach: 'own' })
    const coming = secretaryOf('c1.o2', { from: '2024-02-01', until: '2024-03-01' })
    expect((await officer.ask(giveGrant, { accountId: person.accountId, ...coming } as never)).status).toBe(200)
    expect(await mayDeclare(person, 'c1.o2')).toBe(false)
    const cases = [
      [{ until: '2024-01-10', from: '2024-01-01' }, 'over_already'],
      [{ until: '2024-02-01', from: '2024-02-01' }, 'ends_before_it_begins'],
      [{ unitId: null }, 'no_grant'],
      [{ role: 'journal_overseer' }, 'not_yours_to_give'],
      [{ role: 'vua' }, 'unknown_role'],
      [{ from: '2024-02-10' }, 'held_already'],
    ] as const
    for (const [more, code] of cases) {
      const input = { accountId: person.accountId, ...secretaryOf('c1.o2', more) }
      expect([more, (await officer.ask(giveGrant, input as never)).problem.code]).toEqual([more, code])
    }
    const own = { accountId: officer.accountId, ...secretaryOf('c1') }
    expect((await officer.ask(giveGrant, own as never)).problem.code).toBe('not_to_oneself')
    const elsewhere = { accountId: person.accountId, ...secretaryOf('c2') }
    expect((await officer.ask(giveGrant, elsewhere as never)).problem.code).toBe('out_of_reach')
  })
})

describe('a refusal for want of a right', () => {
  test('names the roles that hold it, and who near the unit can give one of them', async () => {
    const person = await foundPerson({ role: 'cell_secretary', unitId: branch.id('c1.o1.k1'), reach: 'own' })
    const { problem } = await person.ask(declareFigure, {
      unitId: branch.id('c1.o2'),
      measure: 'members',
      value: 1,
      asOfDate: { on: '2023-12-31', precision: 'day' },
      definition: 'đảng viên',
      sourceTitle: 'Báo cáo thử',
    } as never)
    expect(problem.wanted!.roles!.map(({ code }) => code)).toContain('committee_secretary')
    expect(problem.wanted!.givers!.map(({ name }) => name)).toContain(`Người thử ${officer.username}`)
  })
})

describe('a person with two posts', () => {
  test('chooses in which capacity they act, sees and may what it gives, and the journal keeps it', async () => {
    const person = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c1.o1') })
    const second = await officer.ask(giveGrant, { accountId: person.accountId, ...secretaryOf('c1.o2') } as never)
    const { capacities } = (await person.ask(whoAmI, {})).body
    expect(capacities).toHaveLength(2)
    const asSecond = { 'x-lienchi-capacity': second.body.grantId }
    expect(await mayDeclare(person, 'c1.o1', asSecond)).toBe(false)
    const figure = {
      unitId: branch.id('c1.o2'),
      measure: 'members',
      value: 7,
      asOfDate: { on: '2023-12-31', precision: 'day' },
      definition: 'đảng viên',
      sourceTitle: 'Báo cáo thử',
    } as never
    const undecided = await person.ask(declareFigure, figure)
    expect([undecided.status, undecided.problem.code]).toEqual([403, 'choose_capacity'])
    const done = await person.ask(declareFigure, figure, asSecond)
    expect(done.status).toBe(200)
    const { entries } = (await person.ask(journal, { subject: `as:${second.body.grantId}` })).body
    expect(entries.map(({ capability, grantId }) => [capability, grantId])).toEqual([
      ['structure.declare-figure', second.body.grantId],
    ])
    expect(entries[0]!.subjects.some((subject) => subject.startsWith('as:'))).toBe(false)
  })

  test('is told when the capacity chosen does not hold any more, and may choose another', async () => {
    const person = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c1.o1') })
    const second = await officer.ask(giveGrant, { accountId: person.accountId, ...secretaryOf('c1.o2') } as never)
    const asSecond = { 'x-lienchi-capacity': second.body.grantId }
    await officer.ask(endGrant, { grantId: second.body.grantId, reason: 'thôi giữ chức vụ' })
    const told = await person.ask(ownRights, {}, asSecond)
    expect([told.status, told.problem.code]).toEqual([403, 'capacity_ended'])
    expect((await person.ask(whoAmI, {}, asSecond)).body.capacities).toHaveLength(1)
  })

  test('is told by which of their own capacities it would go', async () => {
    const person = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c1.o1') })
    const second = await officer.ask(giveGrant, { accountId: person.accountId, ...secretaryOf('c1.o2') } as never)
    const { capacities } = (await person.ask(whoAmI, {})).body
    const first = capacities.find(({ id }) => id !== second.body.grantId)!
    const figure = { unitId: branch.id('c1.o2'), measure: 'members', value: 7, definition: 'đảng viên' }
    const more = { asOfDate: { on: '2023-12-31', precision: 'day' }, sourceTitle: 'Báo cáo thử' }
    const { problem } = await person.ask(declareFigure, { ...figure, ...more } as never, {
      'x-lienchi-capacity': first.id,
    })
    expect(problem.wanted!.capacities!.map(({ id }) => id)).toEqual([second.body.grantId])
  })
})

describe('a deputy', () => {
  const days = { from: '2024-01-15', until: '2024-02-15', reason: 'đi công tác nước ngoài' }

  test('has what the holder has for the days, the journal says in whose place, and hands it to nobody else', async () => {
    const holder = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c1.o1') })
    const deputy = await foundPerson({ role: 'member', unitId: branch.id('c1.o1.k1'), reach: 'own' })
    const [own] = (await holder.ask(ownRights, {})).body.grants
    expect(own!.may).toEqual(['access.hand-on'])
    const handed = await holder.ask(handOn, { grantId: own!.id, accountId: deputy.accountId, ...days } as never)
    expect(handed.status).toBe(200)
    expect(await mayDeclare(deputy, 'c1.o1')).toBe(true)
    const [entry] = (await officer.ask(journal, { capability: 'structure.declare-figure', limit: 1 })).body.entries
    expect(entry!.capacity!.vi).toBe(`Bí thư cấp uỷ (thay Người thử ${holder.username})`)
    const further = await deputy.ask(handOn, {
      grantId: handed.body.grantId,
      accountId: officer.accountId,
      ...days,
    } as never)
    expect(further.problem.code).toBe('handed_on_already')
    const longer = { ...days, grantId: own!.id, accountId: deputy.accountId, from: '2000-01-01' }
    expect((await holder.ask(handOn, longer as never)).problem.code).toBe('longer_than_its_own')
    expect((await holder.ask(ownRights, {})).body.grants[0]!.handedTo).toMatchObject([
      { grantId: handed.body.grantId, reason: days.reason },
    ])
    expect((await holder.ask(endGrant, { grantId: handed.body.grantId, reason: 'đã về' })).status).toBe(200)
    expect(await mayDeclare(deputy, 'c1.o1')).toBe(false)
  })

  test('loses it on the next request when the holder’s own grant ends', async () => {
    const holder = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c1.o1') })
    const deputy = await foundPerson({ role: 'member', unitId: branch.id('c1.o1.k1'), reach: 'own' })
    const [own] = (await holder.ask(ownRights, {})).body.grants
    await holder.ask(handOn, { grantId: own!.id, accountId: deputy.accountId, ...days } as never)
    expect(await mayDeclare(deputy, 'c1.o1')).toBe(true)
    expect((await officer.ask(endGrant, { grantId: own!.id, reason: 'thôi giữ chức vụ' })).status).toBe(200)
    expect(await mayDeclare(deputy, 'c1.o1')).toBe(false)
  })
})

describe('somebody who does not belong to the Party organisation', () => {
  test('sees their own page only', async () => {
    const head = await foundPerson({ role: 'agency_head', unitId: branch.id('c1'), reach: 'own' })
    const { tree } = await import('#modules/structure/index.ts')
    const refused = await head.ask(tree, {})
    expect([refused.status, refused.problem.code]).toEqual([403, 'own_page_only'])
    expect((await head.ask(ownRights, {})).body.grants[0]!.role.code).toBe('agency_head')
    expect((await head.ask(whoAmI, {})).body.may.some((name) => name.startsWith('structure.'))).toBe(false)
  })
})
