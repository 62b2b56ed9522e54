import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { asSuperuser } from '#test/attack.ts'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { account } from '../account/account.contract.ts'
import { attempts } from '../attempts/attempts.contract.ts'
import { closeMandate } from '../close-mandate/close-mandate.contract.ts'
import { mandates } from '../mandates/mandates.contract.ts'
import { openMandate } from '../open-mandate/open-mandate.contract.ts'
import { ownRights } from '../own-rights/own-rights.contract.ts'
import { readingsOfMe } from '../readings-of-me/readings-of-me.contract.ts'
import { readings } from './readings.contract.ts'

let branch: Branch
let officer: Person
let overseer: Person
let chief: Person
beforeAll(async () => {
  branch = await foundBranch()
  officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('root') })
  overseer = await foundPerson({ role: 'journal_overseer', unitId: null })
  chief = await foundPerson({ role: 'inspection_officer', unitId: branch.id('root') })
})

const member = () => foundPerson({ role: 'cell_secretary', unitId: branch.id('c1.o1.k1'), reach: 'own' })
const mandate = (team: string, more: object = {}) => ({
  kind: 'inspection',
  name: 'Đoàn kiểm tra theo chương trình năm',
  document: { kind: 'Quyết định', symbol: '5-QĐ/UBKT' },
  unitId: branch.id('c1'),
  from: '2024-01-15',
  until: '2024-03-15',
  shownOn: '2024-04-01',
  team: [team],
  ...more,
})

describe('a reading of personal data', () => {
  test('is told to the person concerned with who, in which capacity and when; and to nobody else but the overseer', async () => {
    const person = await member()
    expect((await officer.ask(account, { accountId: person.accountId })).status).toBe(200)
    const told = (await person.ask(readingsOfMe, {})).body.readings
    expect(told).toMatchObject([
      {
        reader: { name: `Người thử ${officer.username}` },
        capacity: { role: { vi: 'Cán bộ tổ chức' } },
        capability: 'access.account',
        mandate: null,
      },
    ])
    expect((await officer.ask(readingsOfMe, {})).body.readings).toEqual([])
    expect((await officer.ask(readings, {})).status).toBe(403)
    const subject = `account:${person.accountId}`
    expect((await overseer.ask(readings, { subject })).body.readings).toHaveLength(1)
    // To look into the log is itself a reading.
    expect((await person.ask(readingsOfMe, {})).body.readings.map(({ capability }) => capability)).toEqual([
      'access.readings',
      'access.account',
    ])
  })

  test('under a mandate is the overseer’s at once, and the person’s when the mandate closes: delayed, never dropped', async () => {
    const person = await member()
    const inspector = await foundPerson({ role: 'member', unitId: branch.id('c2.o1.k1'), reach: 'own' })
    const opened = await chief.ask(openMandate, mandate(inspector.accountId) as never)
    expect(opened.status).toBe(200)
    await readUnderMandate(inspector, person, opened.body.mandateId)
    const subject = `account:${person.accountId}`
    expect((await person.ask(readingsOfMe, {})).body.readings).toEqual([])
    expect((await overseer.ask(readings, { subject })).body.readings).toMatchObject([{ mandate: { open: true } }])
    const [own] = (await inspector.ask(ownRights, {})).body.grants.filter(({ originKind }) => originKind === 'mandate')
    expect(own).toMatchObject({ state: 'in_force', role: { code: 'inspection_officer' }, may: [] })
    const shown = (await chief.ask(mandates, {})).body.mandates.find(({ id }) => id === opened.body.mandateId)
    expect(shown).toMatchObject({ open: true, may: ['access.close-mandate'] })
    const closing = { mandateId: opened.body.mandateId, reason: 'đã kết thúc cuộc kiểm tra' }
    expect((await chief.ask(closeMandate, closing)).status).toBe(200)
    const told = (await person.ask(readingsOfMe, {})).body.readings
    expect(told.filter(({ mandate: under }) => under !== null)).toMatchObject([
      { mandate: { name: 'Đoàn kiểm tra theo chương trình năm', open: false } },
    ])
  })

  test('under a mandate is told on the day its regulation sets, though the mandate still runs', async () => {
    const person = await member()
    const inspector = await foundPerson({ role: 'member', unitId: branch.id('c2.o1.k1'), reach: 'own' })
    const early = mandate(inspector.accountId, { shownOn: '2024-01-15' })
    const opened = await chief.ask(openMandate, early as never)
    await readUnderMandate(inspector, person, opened.body.mandateId)
    expect((await person.ask(readingsOfMe, {})).body.readings).toHaveLength(1)
  })

  test('no mandate keeps silent for longer than ninety days after its end, or begins after it is over', async () => {
    const inspector = await foundPerson({ role: 'member', unitId: branch.id('c2.o1.k1'), reach: 'own' })
    const cases = [
      [{ shownOn: '2024-07-01' }, 'shown_too_late'],
      [{ until: '2024-01-15' }, 'ends_before_it_begins'],
      [{ team: [chief.accountId] }, 'not_to_oneself'],
      [{ team: ['00000000-0000-8000-8000-000000000000'] }, 'unknown_account'],
    ] as const
    for (const [more, code] of cases) {
      const { problem } = await chief.ask(openMandate, mandate(inspector.accountId, more) as never)
      expect([more, problem.code]).toEqual([more, code])
    }
    const elsewhere = await foundPerson({ role: 'inspection_officer', unitId: branch.id('c2') })
    expect((await elsewhere.ask(openMandate, mandate(inspector.accountId) as never)).status).toBe(403)
  })

  test('goes when its retention is over, and no younger one goes with it', async () => {
    const person = await member()
    await officer.ask(account, { accountId: person.accountId })
    const { engine, product } = await harness()
    const job = product.modules.flatMap(({ jobs }) => jobs ?? []).find(({ name }) => name === 'access.forget-old-logs')!
    const age = (days: number) =>
      asSuperuser(engine, (tx) =>
        sql`update journal.reading set read_at = read_at - make_interval(days => ${days})
          where subjects @> array[${`account:${person.accountId}`}]`.execute(tx),
      )
    await age(700)
    await job.run(null)
    expect((await person.ask(readingsOfMe, {})).body.readings).toHaveLength(1)
    await age(40)
    await job.run(null)
    expect((await person.ask(readingsOfMe, {})).body.readings).toEqual([])
  })
})

/** The inspector's role shows no account yet: the reading is written as the kernel writes it, by the mandate's grant. */
async function readUnderMandate(inspector: Person, person: Person, mandateId: string): Promise<void> {
  const { engine } = await harness()
  await asSuperuser(engine, (tx) =>
    sql`insert into journal.reading (id, account_id, capability, subjects, grant_id, mandate_id)
      select uuidv7(), ${inspector.accountId}::uuid, 'access.account', array[${`account:${person.accountId}`}], g.id, g.mandate_id
      from access.held_grant g where g.mandate_id = ${mandateId}::uuid`.execute(tx),
  )
}

test('what was tried and refused stands for the overseer, by whom and why, without what was typed', async () => {
  const person = await member()
  expect((await person.ask(account, { accountId: person.accountId })).status).toBe(403)
  const tried = (await overseer.ask(attempts, { accountId: person.accountId })).body.attempts
  expect(tried).toMatchObject([{ capability: 'access.account', status: 403, code: 'no_grant' }])
  expect((await person.ask(attempts, {})).status).toBe(403)
})
