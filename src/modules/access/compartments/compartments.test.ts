import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asRole, asSuperuser } from '#test/attack.ts'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { changeTeam } from '../change-team/change-team.contract.ts'
import { closeCompartment } from '../close-compartment/close-compartment.contract.ts'
import { compartment } from '../compartment/compartment.contract.ts'
import { journal } from '../journal/journal.contract.ts'
import { openCompartment } from '../open-compartment/open-compartment.contract.ts'
import { whoCanSee } from '../who-can-see/who-can-see.contract.ts'
import { compartments } from './compartments.contract.ts'

let branch: Branch
let chief: Person
let head: Person
let member: Person
let subject: Person
beforeAll(async () => {
  branch = await foundBranch()
  chief = await foundPerson({ role: 'inspection_officer', unitId: branch.id('root') })
  head = await foundPerson({ role: 'inspection_officer', unitId: branch.id('c1') })
  member = await foundPerson({ role: 'member', unitId: branch.id('c2.o1.k1'), reach: 'own' })
  subject = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c1') })
})

const opening = (more: object = {}) => ({
  kind: 'complaint',
  name: 'Đơn thư số 12',
  unitId: branch.id('c1'),
  team: [
    { accountId: head.accountId, part: 'head' },
    { accountId: member.accountId, part: 'member' },
  ],
  subjects: [subject.accountId],
  ...more,
})
const open = async (more: object = {}) => (await chief.ask(openCompartment, opening(more) as never)).body.compartmentId

describe('a compartment', () => {
  test('is its named team’s: not the opener’s, not the superiors’, not the subject’s, whatever their posts reach', async () => {
    const compartmentId = await open()
    const everything = await foundPerson({ role: 'organisation_officer', unitId: null })
    for (const person of [head, member]) {
      expect((await person.ask(compartment, { compartmentId })).body).toMatchObject({
        name: 'Đơn thư số 12',
        subjects: [{ accountId: subject.accountId }],
      })
      const mine = (await person.ask(compartments, {})).body.compartments
      expect(mine.map(({ id }) => id)).toContain(compartmentId)
    }
    for (const person of [chief, subject, everything]) {
      expect((await person.ask(compartment, { compartmentId })).status).toBe(404)
      expect((await person.ask(compartments, {})).body.compartments).toEqual([])
      expect((await person.ask(whoCanSee, { subject: `compartment:${compartmentId}` })).status).toBe(404)
    }
    const told = (await head.ask(whoCanSee, { subject: `compartment:${compartmentId}` })).body.people
    expect(told.map(({ accountId }) => accountId).sort()).toEqual([head.accountId, member.accountId].sort())
  })

  test('stands in the journal without its name, its team and whom it is about, and not at its unit', async () => {
    const compartmentId = await open()
    const overseer = await foundPerson({ role: 'journal_overseer', unitId: null })
    const { entries } = (await overseer.ask(journal, { subject: `compartment:${compartmentId}` })).body
    expect(entries).toHaveLength(1)
    const said = JSON.stringify(entries)
    for (const hidden of ['Đơn thư số 12', subject.accountId, member.accountId]) expect(said).not.toContain(hidden)
    const officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('c1') })
    expect(JSON.stringify((await officer.ask(journal, {})).body)).not.toContain(compartmentId)
  })

  test('never has whom it is about on its team or as its opener, and always has a head', async () => {
    const cases = [
      [{ team: [{ accountId: subject.accountId, part: 'head' }] }, 'subject_on_the_team'],
      [{ team: [{ accountId: member.accountId, part: 'member' }] }, 'no_head'],
      [{ subjects: [chief.accountId] }, 'opened_by_its_subject'],
      [{ until: '2024-01-10' }, 'ends_before_it_begins'],
      [{ subjects: ['00000000-0000-8000-8000-000000000000'] }, 'unknown_account'],
      [{ within: '00000000-0000-8000-8000-000000000000' }, 'not_of_the_team'],
    ] as const
    for (const [more, code] of cases) {
      const { problem } = await chief.ask(openCompartment, opening(more) as never)
      expect([more, problem.code]).toEqual([more, code])
    }
  })

  test('its head changes the team from the next request on, and never to hold its subject or no head', async () => {
    const compartmentId = await open()
    const joining = await foundPerson({ role: 'member', unitId: branch.id('c2.o1.k1'), reach: 'own' })
    const ask = (who: Person, change: object) =>
      who.ask(changeTeam, { compartmentId, reason: 'phân công lại', ...change } as never)
    expect((await ask(member, { leaves: [head.accountId] })).problem.code).toBe('only_a_head')
    const joins = [{ accountId: subject.accountId, part: 'member' }]
    expect((await ask(head, { joins })).problem.code).toBe('subject_on_the_team')
    expect((await ask(head, { leaves: [head.accountId] })).problem.code).toBe('no_head')
    expect((await ask(head, { joins: [{ accountId: joining.accountId, part: 'member' }] })).status).toBe(200)
    expect((await joining.ask(compartment, { compartmentId })).status).toBe(200)
    expect((await ask(head, { leaves: [joining.accountId, member.accountId] })).status).toBe(200)
    for (const person of [joining, member]) expect((await person.ask(compartment, { compartmentId })).status).toBe(404)
  })

  test('holds apart within it what not even its team sees: a denouncer’s identity', async () => {
    const compartmentId = await open()
    const apart = {
      ...opening({ kind: 'denouncer', name: 'Danh tính người tố cáo', within: compartmentId }),
      team: [{ accountId: head.accountId, part: 'head' }],
      subjects: [],
    }
    const { body } = await head.ask(openCompartment, apart as never)
    expect((await head.ask(compartment, { compartmentId })).body.heldApart.map(({ id }) => id)).toEqual([
      body.compartmentId,
    ])
    expect((await member.ask(compartment, { compartmentId })).body.heldApart).toEqual([])
    expect((await member.ask(compartment, { compartmentId: body.compartmentId })).status).toBe(404)
  })

  test('closed, it answers nobody any more, from the next request on', async () => {
    const compartmentId = await open()
    const closing = { compartmentId, reason: 'đã giải quyết xong' }
    expect((await member.ask(closeCompartment, closing)).problem.code).toBe('only_a_head')
    expect((await head.ask(closeCompartment, closing)).status).toBe(200)
    for (const person of [head, member]) expect((await person.ask(compartment, { compartmentId })).status).toBe(404)
  })
})

describe('the database itself', () => {
  afterAll(async () => {
    const { engine } = await harness()
    await asSuperuser(engine, (tx) => sql`drop table if exists access.case_paper`.execute(tx))
  })

  test('keeps every table that names a compartment to its team', async () => {
    const { engine } = await harness()
    const compartmentId = await open()
    await asSuperuser(engine, async (tx) => {
      await sql`create table access.case_paper (id int, compartment_id uuid)`.execute(tx)
      await sql`alter table access.case_paper enable row level security`.execute(tx)
      await sql`create policy its_team on access.case_paper for select to lienchi_reader
        using (compartment_id = any ((select kernel.compartments())::uuid[]))`.execute(tx)
      await sql`grant select on access.case_paper to lienchi_reader`.execute(tx)
      await sql`insert into access.case_paper values (1, ${compartmentId}::uuid)`.execute(tx)
    })
    const seen = (mine: string) =>
      asRole(engine, 'lienchi_reader', { account: chief.accountId, reach_whole: 'yes', compartments: mine }, (tx) =>
        sql<{ id: number }>`select id from access.case_paper`.execute(tx),
      )
    expect((await seen('{}')).rows).toEqual([])
    expect((await seen(`{${compartmentId}}`)).rows).toEqual([{ id: 1 }])
  })
})
