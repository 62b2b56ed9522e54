import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { amendFigure } from '#modules/structure/amend-figure/amend-figure.contract.ts'
import { declareFigure } from '#modules/structure/declare-figure/declare-figure.contract.ts'
import { figures } from '#modules/structure/figures/figures.contract.ts'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { type OwnCapabilities, ownCapabilities } from '#test/own-capabilities.ts'
import { handle } from './handle.ts'

const clashing = command('structure.try-clashing', {
  input: z.object({ times: z.int(), code: z.string() }),
  output: z.object({ runs: z.int() }),
  permission: 'signed-in',
  reads: 'settings',
  articles: ['thử'],
})

let branch: Branch
let person: Person
let own: OwnCapabilities
let runs = 0
beforeAll(async () => {
  branch = await foundBranch()
  person = await foundPerson({ role: 'organisation_officer', unitId: branch.id('root') })
  own = await ownCapabilities([
    handle(clashing, async (_work, { times, code }) => {
      runs++
      if (runs <= times) throw Object.assign(new Error('met another'), { code })
      return { runs }
    }),
  ])
})

const asOfDate = { on: '2023-12-31', precision: 'day' } as never
async function declare() {
  const unitId = branch.id('c1')
  const input = {
    unitId,
    measure: 'members',
    value: 10,
    asOfDate,
    definition: 'đảng viên chính thức',
    sourceTitle: 'Báo cáo thử',
  }
  const { body } = await person.ask(declareFigure, input)
  const seen = async () => (await person.ask(figures, { unitId })).body.published.find(({ id }) => id === body.id)!
  const amend = async (value: number, version: number) =>
    person.ask(amendFigure, { unitId, figureId: body.id, value, asOfDate, definition: 'đảng viên chính thức', version })
  return { seen, amend }
}

test('an edit of what was changed meanwhile is 409 and shows what stands now', async () => {
  const { seen, amend } = await declare()
  const { version } = await seen()
  const first = await amend(11, version)
  expect([first.status, (await seen()).version]).toEqual([200, first.body.version])
  const stale = await amend(12, version)
  expect([stale.status, stale.problem.code]).toEqual([409, 'changed_meanwhile'])
  expect(stale.problem.current).toMatchObject({ value: 11, version: first.body.version })
  expect((await seen()).value).toBe(11)
})

test('of two windows that save at the same moment exactly one wins', async () => {
  const { seen, amend } = await declare()
  const { version } = await seen()
  const saved = await Promise.all([21, 22, 23].map((value) => amend(value, version)))
  expect(saved.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  const winner = saved.findIndex(({ status }) => status === 200)
  expect((await seen()).value).toBe([21, 22, 23][winner])
})

test.each(['40001', '40P01'])(
  'a deed that met another (%s) is tried again, four times in all, then the person is asked to',
  async (code) => {
    runs = 0
    const thrice = await own.ask(person, clashing, { times: 3, code })
    expect([thrice.status, thrice.body.runs]).toEqual([200, 4])
    runs = 0
    const always = await own.ask(person, clashing, { times: 99, code })
    expect([always.status, always.problem.code, runs]).toEqual([503, 'met_another_change', 4])
  },
)

test('another error is not tried again', async () => {
  runs = 0
  expect((await own.ask(person, clashing, { times: 9, code: '23514' })).status).toBe(500)
  expect(runs).toBe(1)
})
