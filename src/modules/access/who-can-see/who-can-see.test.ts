import { beforeAll, describe, expect, test } from 'vitest'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { endGrant } from '../end-grant/end-grant.contract.ts'
import { handOn } from '../hand-on/hand-on.contract.ts'
import { ownRights } from '../own-rights/own-rights.contract.ts'
import { whoCanSee } from './who-can-see.contract.ts'

let branch: Branch
let officer: Person
let secretary: Person
beforeAll(async () => {
  branch = await foundBranch()
  officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('root') })
  secretary = await foundPerson({ role: 'cell_secretary', unitId: branch.id('c1.o1.k1'), reach: 'own' })
})

const names = (people: readonly { name: string; grant: { unit: unknown } | null }[]) =>
  people.filter(({ grant }) => grant?.unit).map(({ name }) => name)

describe('who can see a unit', () => {
  test('is told by the grant that covers it, nearest first, with what each sees and changes, and whence', async () => {
    const { status, body } = await officer.ask(whoCanSee, { subject: `unit:${branch.id('c1.o1.k1')}` })
    expect(status).toBe(200)
    expect(names(body.people)).toEqual([`Người thử ${secretary.username}`, `Người thử ${officer.username}`])
    const [first, second] = body.people.filter(({ grant }) => grant?.unit)
    expect(first).toMatchObject({
      grant: { role: { code: 'cell_secretary' }, reach: 'own', origin: 'dựng cho một phép thử' },
      recordedLater: false,
    })
    expect(first!.changes).not.toContain('structure.enter-act')
    expect(second!.changes).toContain('structure.enter-act')
    expect(body.openToAll).toContain('structure.card')
  })

  test('agrees with what answers: whoever is named may, whoever is not may not', async () => {
    const elsewhere = await foundPerson({ role: 'cell_secretary', unitId: branch.id('c2.o1.k1'), reach: 'own' })
    const subject = `unit:${branch.id('c1.o1.k1')}`
    for (const person of [officer, secretary, elsewhere]) {
      const told = await person.ask(whoCanSee, { subject })
      const named = names((await officer.ask(whoCanSee, { subject })).body.people)
      expect([told.status === 200, person.username]).toEqual([
        named.includes(`Người thử ${person.username}`),
        person.username,
      ])
    }
  })

  test('on a day gone by: by the grants and the tree of that day, with a mark where the right was recorded only later', async () => {
    const { found } = await harness()
    const own = await foundBranch()
    const moved = [{ unitId: own.id('c1.o1'), parentId: own.id('c2') }]
    const decision = { kind: 'Quyết định' }
    await found('structure.enter-act', { act: { kind: 'reparent', effective: '2023-06-01', decision, changes: moved } })
    const made = async (unit: string) =>
      (await found('access.create-account', {
        displayName: `Bí thư ${unit}`,
        username: `bt.${own.file}.${unit}`,
        password: 'mot-mat-khau-thu',
        role: 'committee_secretary',
        unitId: own.id(unit),
        originKind: 'post',
        origin: 'Bí thư',
        from: '2020-01-01',
      })) as { accountId: string }
    await made('c1')
    await made('c2')
    const overseer = await foundPerson({ role: 'organisation_officer', unitId: own.id('root') })
    const on = async (asOf?: string) => {
      const input = { subject: `unit:${own.id('c1.o1.k1')}`, ...(asOf ? { asOf } : {}) }
      const { people } = (await overseer.ask(whoCanSee, input as never)).body
      return people.flatMap(({ name, recordedLater }) => (name.startsWith('Bí thư c') ? [[name, recordedLater]] : []))
    }
    expect(await on()).toEqual([['Bí thư c2', false]])
    expect(await on('2023-03-01')).toEqual([['Bí thư c1', true]])
    expect(await on('2019-01-01')).toEqual([])
  })

  test('names a deputy with the person in whose place, until it is over', async () => {
    const holder = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c1.o2') })
    const deputy = await foundPerson({ role: 'member', unitId: branch.id('c1.o2.k1'), reach: 'own' })
    const [grant] = (await holder.ask(ownRights, {})).body.grants
    const days = { from: '2024-01-15', until: '2024-02-01', reason: 'nghỉ phép' }
    const handed = await holder.ask(handOn, { grantId: grant!.id, accountId: deputy.accountId, ...days } as never)
    const subject = `unit:${branch.id('c1.o2')}`
    const found = async () =>
      (await officer.ask(whoCanSee, { subject })).body.people.find(({ accountId }) => accountId === deputy.accountId)
    expect((await found())!.insteadOf).toBe(`Người thử ${holder.username}`)
    await holder.ask(endGrant, { grantId: handed.body.grantId, reason: 'đã về' })
    expect(await found()).toBeUndefined()
  })

  test('nothing is told of what is not there, nor to whom the unit is out of reach', async () => {
    const unknown = { subject: 'unit:00000000-0000-8000-8000-000000000000' }
    expect((await officer.ask(whoCanSee, unknown)).status).toBe(404)
    expect((await officer.ask(whoCanSee, { subject: 'khong:1' })).status).toBe(404)
    expect((await officer.ask(whoCanSee, { subject: 'unit:không phải' })).status).toBe(400)
    expect((await secretary.ask(whoCanSee, { subject: `unit:${branch.id('c2')}` })).status).toBe(403)
  })
})
