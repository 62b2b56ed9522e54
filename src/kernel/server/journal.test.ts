import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '#modules/access/create-account/create-account.contract.ts'
import { journal } from '#modules/access/journal/journal.contract.ts'
import { amendFigure } from '#modules/structure/amend-figure/amend-figure.contract.ts'
import { declareFigure } from '#modules/structure/declare-figure/declare-figure.contract.ts'
import { figures } from '#modules/structure/figures/figures.contract.ts'
import { asSuperuser } from '#test/attack.ts'
import { type Branch, foundBranch, foundPerson, fresh, type Person, stranger } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { perform } from './perform.ts'
import { actorWith } from './ports.ts'

let branch: Branch
let administrator: Person
let officer: Person
beforeAll(async () => {
  branch = await foundBranch()
  administrator = await foundPerson({ role: 'administrator', unitId: null })
  officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('c1') })
})

const asOfDate = { on: '2023-12-31', precision: 'day' } as never
const figure = (unitId: string, sourceTitle = 'Báo cáo số 12') => ({
  unitId,
  measure: 'members',
  value: 10,
  asOfDate,
  definition: 'đảng viên',
  sourceTitle,
})

describe('an entry says', () => {
  test('who, in which capacity, by which capability, on which units and things, before, after, on which ground', async () => {
    const unitId = branch.id('c1')
    const { body } = await officer.ask(declareFigure, figure(unitId))
    const version = (await officer.ask(figures, { unitId })).body.published.find(({ id }) => id === body.id)!.version
    await officer.ask(amendFigure, { unitId, figureId: body.id, value: 12, asOfDate, definition: 'đảng viên', version })
    const { entries } = (await officer.ask(journal, { subject: `figure:${body.id}` })).body
    expect(entries.map(({ capability }) => capability)).toEqual(['structure.amend-figure', 'structure.declare-figure'])
    expect(entries[0]).toMatchObject({
      actorName: `Người thử ${officer.username}`,
      capacity: { vi: 'Cán bộ tổ chức', en: 'Organisation officer' },
      title: { en: expect.any(String), vi: expect.any(String) },
      units: [{ id: unitId, name: expect.stringContaining('Đảng bộ Cơ quan 1') }],
      subjects: [`figure:${body.id}`, `unit:${unitId}`],
      before: { value: 10 },
      after: { value: 12 },
      input: { figureId: body.id, value: 12 },
    })
    expect(entries[1]!.ground).toBe('Báo cáo số 12')
    expect(entries[1]!.id).toBe(version)
  })

  test('the recorded time supplied with the act, and beside it the machine’s own', async () => {
    const { product } = await harness()
    const handler = product.modules
      .flatMap(({ handlers }) => handlers)
      .find(({ contract }) => contract.name === 'structure.declare-figure')!
    const actor = actorWith({
      accountId: officer.accountId,
      displayName: 'x',
      capacity: 'x',
      grants: [{ id: 'x', role: 'x', verbs: ['*'], unitId: null, reach: 'below' }],
    })
    const call = { handler, actor, input: figure(branch.id('c1')), headers: new Headers(), answer: new Headers() }
    const made = (await perform(product.kernel, { ...call, suppliedNow: '2011-02-03T04:05:06.789Z' as never })) as {
      id: string
    }
    const [entry] = (await officer.ask(journal, { subject: `figure:${made.id}` })).body.entries
    expect(entry!.recordedAt).toBe('2011-02-03T04:05:06.789Z')
    expect(Date.now() - Date.parse(entry!.writtenAt)).toBeLessThan(60_000)
  })
})

describe('a secret never reaches it', () => {
  test('no table of the journal, no kept answer and no outbox holds a password', async () => {
    const { engine } = await harness()
    const password = fresh('mat-khau-bi-mat-')
    const username = fresh('kin')
    const overseer = await foundPerson({ role: 'journal_overseer', unitId: null })
    const input = {
      displayName: 'Người kín',
      username,
      password,
      role: 'administrator',
      unitId: null,
      origin: 'phép thử',
    }
    expect((await administrator.ask(createAccount, input, { 'idempotency-key': username })).status).toBe(200)
    expect((await administrator.ask(createAccount, input)).status).toBe(422)
    const found = await asSuperuser(engine, async (tx) => {
      const tables = await sql<{
        name: string
      }>`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('journal', 'kernel')`.execute(
        tx,
      )
      const holding: string[] = []
      for (const { name } of tables.rows) {
        const { rows } = await sql<{
          n: number
        }>`select count(*)::int as n from ${sql.raw(name)} t where position(${password} in t::text) > 0`.execute(tx)
        if (rows[0]!.n > 0) holding.push(name)
      }
      return { holding, tables: tables.rows.length }
    })
    expect(found.holding).toEqual([])
    expect(found.tables).toBeGreaterThan(9)
    const [entry] = (await overseer.ask(journal, { capability: 'access.create-account', limit: 1 })).body.entries
    expect(entry!.input).toMatchObject({ username })
    expect(entry!.input).not.toHaveProperty('password')
  })
})

describe('what was tried and refused', () => {
  const attempts = async (accountId: string | null) => {
    const { engine } = await harness()
    return asSuperuser(engine, (tx) =>
      tx
        .selectFrom('journal.attempt')
        .selectAll()
        .where('account_id', accountId ? '=' : 'is', accountId as never)
        .orderBy('id')
        .execute(),
    )
  }

  test('is kept for 401, 403, 409 and 422: who, what and why, and not a word of the input', async () => {
    const person = await foundPerson({ role: 'organisation_officer', unitId: branch.id('c1') })
    const unitId = branch.id('c1')
    const before = (await attempts(null)).length
    await stranger.ask(declareFigure, figure(unitId, 'Điều bí mật'))
    expect((await attempts(null)).slice(before)).toMatchObject([
      { capability: 'structure.declare-figure', status: 401, code: 'sign_in_first' },
    ])
    const { body } = await person.ask(declareFigure, figure(unitId))
    await person.ask(declareFigure, figure(branch.id('c2'), 'Điều bí mật'))
    await person.ask(amendFigure, {
      unitId,
      figureId: body.id,
      value: 1,
      asOfDate,
      definition: 'Điều bí mật',
      version: 1,
    })
    await person.ask(declareFigure, { ...figure(unitId, 'Điều bí mật'), measure: 'khong_co' })
    await person.ask(declareFigure, { ...figure(unitId), value: -1 })
    const kept = await attempts(person.accountId)
    expect(kept.map(({ status, code }) => [status, code])).toEqual([
      [403, 'out_of_reach'],
      [409, 'changed_meanwhile'],
      [422, 'unknown_measure'],
    ])
    expect(JSON.stringify(kept)).not.toContain('Điều bí mật')
  })
})

test('what is no act leaves no entry, and neither does a question', async () => {
  const { engine } = await harness()
  const count = () =>
    asSuperuser(engine, (tx) =>
      tx
        .selectFrom('journal.entry')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    )
  const { product } = await harness()
  const { keepDraft } = await import('#kernel/capabilities/keep-draft/keep-draft.contract.ts')
  const before = await count()
  expect((await officer.ask(keepDraft, { capability: 'x', value: {} })).status).toBe(200)
  expect((await officer.ask(figures, { unitId: branch.id('c1') })).status).toBe(200)
  expect(await count()).toEqual(before)
  expect(
    product.modules
      .flatMap(({ handlers }) => handlers)
      .filter(({ contract }) => contract.journal === 'none')
      .map(({ contract }) => contract.name)
      .sort(),
  ).toEqual([
    'kernel.add-chunk',
    'kernel.begin-file',
    'kernel.drop-draft',
    'kernel.keep-draft',
    'structure.preview-act',
    'structure.preview-import',
    'structure.preview-undo',
  ])
})
