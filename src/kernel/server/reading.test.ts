import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { command, query } from '#kernel/contract/contract.ts'
import { asRole, asSuperuser } from '#test/attack.ts'
import { foundPerson, fresh, type Person } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { type OwnCapabilities, ownCapabilities } from '#test/own-capabilities.ts'
import { handle } from './handle.ts'

const common = { permission: 'signed-in', articles: ['thử'], output: z.object({ name: z.string() }) } as const
const Input = z.object({ who: z.array(z.string()), how: z.string().default('') })
const personal = query('structure.try-personal', { ...common, reads: 'personal', input: Input })
const changing = command('structure.try-personal-change', { ...common, reads: 'personal', input: Input })
const silent = query('structure.try-silent', { ...common, reads: 'records', input: Input })
const open = query('structure.try-personal-open', { ...common, permission: 'anyone', reads: 'personal', input: Input })

let own: OwnCapabilities
let person: Person
beforeAll(async () => {
  const read = async (
    work: { readPersonal(subjects: readonly string[]): void; missing(): never },
    { who, how }: z.output<typeof Input>,
  ) => {
    if (how !== 'silent') for (const one of who) work.readPersonal([one])
    if (how === 'nobody') work.readPersonal([])
    if (how === 'missing') work.missing()
    return how === 'broken' ? ({} as never) : { name: 'Nguyễn Văn Thử' }
  }
  own = await ownCapabilities([
    handle(personal, read),
    handle(changing, read),
    handle(silent, read),
    handle(open, read),
  ])
  person = await foundPerson({ role: 'cell_secretary', unitId: null })
})

const readings = async (subject: string) => {
  const { engine } = await harness()
  const rows = await asSuperuser(engine, (tx) => tx.selectFrom('journal.reading').selectAll().execute())
  return rows.filter(({ subjects }) => subjects.includes(subject))
}

test.each([personal, changing])(
  'who read whose data, by which capability, is logged with the answer ($name)',
  async (contract) => {
    const [one, two] = [`member:${fresh()}`, `member:${fresh()}`]
    expect((await own.ask(person, contract, { who: [one, two, one] })).status).toBe(200)
    const found = await readings(one)
    expect(found).toMatchObject([{ account_id: person.accountId, capability: contract.name, subjects: [one, two] }])
    expect(Date.now() - Date.parse(found[0]!.read_at)).toBeLessThan(60_000)
  },
)

test.each([personal, changing])(
  'an answer that does not say whose data it shows is our own fault and shows nothing ($name)',
  async (contract) => {
    const { status, body } = await own.ask(person, contract, { who: ['member:1'], how: 'silent' })
    expect(status).toBe(500)
    expect(JSON.stringify(body)).not.toContain('Nguyễn Văn Thử')
    expect(String(own.alarms.splice(0)[0]!.error)).toContain(
      `${contract.name} shows personal data and did not say whose`,
    )
  },
)

test('an answer that shows nobody says so, and nothing is logged', async () => {
  expect((await own.ask(person, personal, { who: [], how: 'nobody' })).status).toBe(200)
})

test.each(['missing', 'broken'])('what was not answered was not read (%s)', async (how) => {
  const subject = `member:${fresh()}`
  expect((await own.ask(person, personal, { who: [subject], how })).status).toBeGreaterThanOrEqual(400)
  expect(await readings(subject)).toEqual([])
  own.alarms.splice(0)
})

test('a contract that does not declare it cannot show personal data, and nobody reads it without a session', async () => {
  expect((await own.ask(person, silent, { who: ['member:1'] })).status).toBe(500)
  expect(String(own.alarms.splice(0)[0]!.error)).toContain('its contract does not say so')
  expect((await own.ask(null, open, { who: ['member:1'] })).status).toBe(500)
  expect(String(own.alarms.splice(0)[0]!.error)).toContain('without a session')
})

test('a person sees through the reader’s role what was read about them, and nobody else does but the overseer', async () => {
  const { engine } = await harness()
  const other = await foundPerson({ role: 'administrator', unitId: null })
  const subject = `account:${person.accountId}`
  await own.ask(other, personal, { who: [subject] })
  const seen = (account: string) =>
    asRole(engine, 'lienchi_reader', { account, as_of: '2024-01-15' }, (tx) =>
      tx.selectFrom('journal.reading').select('subjects').execute(),
    )
  expect((await seen(person.accountId)).flatMap(({ subjects }) => subjects)).toContain(subject)
  expect(await seen(other.accountId)).toEqual([])
  const overseen = await asRole(engine, 'lienchi_reader', { account: other.accountId, reach_whole: 'yes' }, (tx) =>
    tx.selectFrom('journal.reading').select('subjects').execute(),
  )
  expect(overseen.flatMap(({ subjects }) => subjects)).toContain(subject)
})
