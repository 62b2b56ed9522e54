import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { command, query } from '#kernel/contract/contract.ts'
import { accounts } from '#modules/access/accounts/accounts.contract.ts'
import { card } from '#modules/structure/card/card.contract.ts'
import { declareFigure } from '#modules/structure/declare-figure/declare-figure.contract.ts'
import { type Branch, foundBranch, foundPerson, fresh, type Person, stranger } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { type OwnCapabilities, ownCapabilities } from '#test/own-capabilities.ts'
import { handle } from './handle.ts'

const common = { permission: 'signed-in', reads: 'settings', articles: ['thử'] } as const
const unitCommand = { permission: 'granted', reads: 'settings', articles: ['thử'], units: ['unitId'] } as const
const Text = z.object({ text: z.string().min(3) })

const say = command('structure.try-say', { ...common, input: Text, output: Text, refusals: ['too_loud'] })
const breaking = command('structure.try-breaking', {
  ...common,
  input: z.object({ how: z.string() }),
  output: z.object({}),
  refusals: ['known_name'],
})
const lying = command('structure.try-lying', {
  ...common,
  input: z.object({ code: z.string() }),
  output: z.object({ n: z.int() }),
})
const unitless = command('structure.try-unitless', {
  ...unitCommand,
  input: z.object({ unitId: z.uuid().optional() }),
  output: z.object({}),
})
const reading = query('structure.try-reading', { ...common, input: z.object({}), output: z.object({}) })

const insertSource = (code: string) => ({ code, title_vi: 'x', title_en: 'x', grade: 'own' })
const handlers = [
  handle(say, async (work, { text }) => (text === 'HÉT' ? work.refuse('too_loud', { times: 1234 }) : { text })),
  handle(
    breaking,
    async ({ db, tx }, { how }) => {
      if (how === 'grade')
        await db
          .insertInto('structure.source')
          .values({ ...insertSource(fresh()), grade: 'bịa' })
          .execute()
      if (how === 'name')
        await sql`insert into structure.kind (family, code, valid_at, name_vi, name_en, grade) values ('nhà', 'x', '[2020-01-01,)', 'x', 'x', 'own')`.execute(
          tx,
        )
      if (how === 'table') await sql`select * from structure.no_such_table`.execute(tx)
      return {}
    },
    { constraints: { a_family_is_known: 'known_name' } },
  ),
  handle(lying, async ({ db }, { code }) => {
    await db.insertInto('structure.source').values(insertSource(code)).execute()
    return { n: 'không phải số' as never }
  }),
  handle(unitless, async () => ({})),
  handle(reading, async ({ tx }) => {
    await sql`insert into structure.source (code, title_vi, title_en, grade) values ('q', 'q', 'q', 'own')`.execute(tx)
    return {}
  }),
]
const texts = {
  vi: { 'refusal.too_loud': 'Nói to {times} lần.', 'refusal.known_name': 'Không có họ này.' },
  en: { 'refusal.too_loud': 'Too loud {times} times.', 'refusal.known_name': 'No such family.' },
}

let own: OwnCapabilities
let branch: Branch
let secretary: Person
beforeAll(async () => {
  own = await ownCapabilities(handlers, texts)
  branch = await foundBranch()
  secretary = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c1') })
})

const figure = (unitId: string) =>
  ({
    unitId,
    measure: 'members',
    value: 5,
    asOfDate: { on: '2023-12-31', precision: 'day' },
    definition: 'đảng viên chính thức',
    sourceTitle: 'Báo cáo thử',
  }) as never

describe('every "no" is a problem that says why in both languages', () => {
  test('an input that breaks the contract is 400 and names the field in Vietnamese and English', async () => {
    const { status, problem } = await own.ask(secretary, say, { text: 'x' })
    expect(status).toBe(400)
    expect(problem.code).toBe('input')
    expect(problem.issues).toHaveLength(1)
    expect(problem.issues![0]!.at).toBe('text')
    expect(problem.issues![0]!.why.vi).toMatch(/3 ký tự/)
    expect(problem.issues![0]!.why.en).toMatch(/3 characters/)
    expect(problem.detail).toContain(problem.issues![0]!.why.vi)
  })

  test.each(['a\u0000b', 'a\ud800b'])(
    'text that no database can hold (%j) is 400 and names the field, never our fault',
    async (text) => {
      for (const contract of [say, lying] as const) {
        const { status, problem } = await own.ask(
          secretary,
          contract as typeof say,
          (contract === say ? { text } : { code: text }) as never,
        )
        expect([status, problem.issues?.[0]?.at]).toEqual([400, contract === say ? 'text' : 'code'])
      }
      expect(own.alarms).toEqual([])
    },
  )

  test('without a session it is 401', async () => {
    const { status, problem } = await stranger.ask(card, { unitId: branch.id('c1') })
    expect([status, problem.kind, problem.code]).toEqual([401, 'unknown', 'sign_in_first'])
    expect(problem.sentence).toEqual({ vi: 'Hãy đăng nhập để tiếp tục.', en: 'Please sign in to go on.' })
    expect(
      (await own.ask({ ...secretary, cookie: 'lienchi.session_token=gia.mao' }, card, { unitId: branch.id('c1') }))
        .status,
    ).toBe(401)
  })

  test('without a grant it is 403 and names the grant that would have sufficed', async () => {
    const none = await secretary.ask(accounts, {})
    expect([none.status, none.problem.code]).toEqual([403, 'no_grant'])
    expect(none.problem.wanted).toMatchObject({ verb: 'access.accounts', unitId: null })
    expect(none.problem.wanted!.roles!.map(({ code }) => code)).toContain('office_officer')
    const elsewhere = await secretary.ask(declareFigure, figure(branch.id('c2')))
    expect([elsewhere.status, elsewhere.problem.code]).toEqual([403, 'out_of_reach'])
    expect(elsewhere.problem.wanted).toMatchObject({ verb: 'structure.declare-figure', unitId: branch.id('c2') })
  })

  test('a right of one unit is no right to act on no unit at all', async () => {
    const officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('c1') })
    expect((await own.ask(officer, unitless, { unitId: branch.id('c1') })).status).toBe(200)
    expect((await own.ask(officer, unitless, {})).status).toBe(403)
    const whole = await foundPerson({ role: 'organisation_officer', unitId: null })
    expect((await own.ask(whole, unitless, {})).status).toBe(200)
  })

  test('what is not there is 404', async () => {
    const { status, problem } = await secretary.ask(card, { unitId: '00000000-0000-8000-8000-000000000000' })
    expect([status, problem.kind, problem.instance]).toEqual([404, 'missing', '/api/structure.card'])
  })

  test('a declared refusal is 422 with its sentence, its places filled, in both languages', async () => {
    const { status, problem } = await own.ask(secretary, say, { text: 'HÉT' })
    expect(status).toBe(422)
    expect(problem.type).toBe('urn:lienchi:refused:structure.try-say:too_loud')
    expect(problem.sentence).toEqual({ vi: 'Nói to 1.234 lần.', en: 'Too loud 1,234 times.' })
  })

  test('a named constraint is the refusal declared for it; an undeclared one is 500 and tells nothing of the database', async () => {
    const known = await own.ask(secretary, breaking, { how: 'name' })
    expect([known.status, known.problem.code, known.problem.title]).toEqual([422, 'known_name', 'Không có họ này.'])
    for (const how of ['grade', 'table']) {
      const { status, body, problem } = await own.ask(secretary, breaking, { how })
      expect([status, problem.code]).toEqual([500, 'our_fault'])
      expect(JSON.stringify(body)).not.toMatch(/grade|no_such_table|insert|select|relation|constraint|bịa/i)
    }
    expect(own.alarms.splice(0).map(({ where }) => where)).toEqual(['structure.try-breaking', 'structure.try-breaking'])
  })

  test('an answer that breaks its contract is 500 and nothing of the deed is kept', async () => {
    const { engine } = await harness()
    const code = fresh('nguon')
    expect((await own.ask(secretary, lying, { code })).status).toBe(500)
    const left = await engine.db.selectFrom('structure.source').select('code').where('code', '=', code).execute()
    expect(left).toEqual([])
    expect(String(own.alarms.splice(0)[0]!.error)).toContain('structure.try-lying broke its contract')
  })

  test('a question cannot write, even by accident', async () => {
    expect((await own.ask(secretary, reading, {})).status).toBe(500)
    expect(String(own.alarms.splice(0)[0]!.error)).toMatch(/read-only transaction|permission denied/)
  })
})
