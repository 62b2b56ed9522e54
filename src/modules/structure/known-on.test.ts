import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contract, OutputOf } from '#kernel/contract/contract.ts'
import type { Instant } from '#kernel/contract/dates.ts'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { perform } from '#kernel/server/perform.ts'
import { readTerms } from '#src/product.ts'
import { newId } from '#test/attack.ts'
import { branchHistory, fresh } from '#test/founders.ts'
import { demoClock, type OwnProduct, ownProduct } from '#test/own-product.ts'
import { wholeAsker } from '#test/small-world.ts'
import { card } from './card/card.contract.ts'
import { correctAct } from './correct-act/correct-act.contract.ts'
import { enterAct } from './enter-act/enter-act.contract.ts'
import { figures } from './figures/figures.contract.ts'
import { idOf } from './index.server.ts'
import { lineage } from './lineage/lineage.contract.ts'
import { tree } from './tree/tree.contract.ts'
import { undoAct } from './undo-act/undo-act.contract.ts'

/** A history in which an organisation was first recorded as beginning after the cell that stands under it. */
const late = fresh('muon')
function recordedLate() {
  const history = branchHistory(late)
  const at = (on: string) => `${on}T03:00:00.000Z` as Instant
  const opening = (unit: string, type: string, parent: string, on: string, recorded: string) => ({
    ...history.acts[0]!,
    key: `opens.${unit}`,
    effective: { on: day(on), precision: 'day' as const },
    recordedAt: at(recorded),
    opens: [{ ...history.acts[0]!.opens[0]!, unit, type, parent, name: `Tổ chức ${unit}` }],
  })
  const acts = [
    {
      ...opening('o', 'dang_bo_co_so', 'c1', '2011-01-01', '2015-03-01'),
      firstRecorded: { on: day('2012-06-01'), at: at('2011-01-05') },
    },
    opening('o.k', 'chi_bo', 'o', '2011-02-01', '2011-03-01'),
  ]
  return {
    ...history,
    acts: [{ ...history.acts[0]!, recordedAt: at('2010-01-05') }, ...history.acts.slice(1), ...acts],
  }
}

/** A product whose recorded time the test supplies with each deed. */
let own: OwnProduct
const file = fresh('biet')
const id = (key: string) => idOf(file, 'unit', key)
const whole = wholeAsker(newId())
const day = (text: string) => text as never

async function ask<C extends Contract>(contract: C, input: unknown, recorded?: string): Promise<OutputOf<C>> {
  const handler = own.product.modules
    .flatMap(({ handlers }) => handlers)
    .find((one) => one.contract.name === contract.name)!
  const suppliedNow = recorded ? (`${recorded}T03:00:00.000Z` as Instant) : undefined
  const call = { handler, actor: whole, input, headers: new Headers(), answer: new Headers(), suppliedNow }
  return perform(own.product.kernel, call) as Promise<OutputOf<C>>
}

const opened = uuidv7()
const merge = {
  kind: 'merge_new',
  effective: day('2023-03-01'),
  decision: { kind: 'Quyết định', symbol: '12-QĐ/ĐUK' },
  opens: [{ id: opened, type: 'chi_bo', name: 'Chi bộ Hợp nhất', parentId: id('c1.o1') }],
  ends: [id('c1.o1.k1'), id('c1.o1.k2')],
  lineage: ['k1', 'k2'].map((k) => ({ from: id(`c1.o1.${k}`), to: opened })),
}

beforeAll(async () => {
  own = await ownProduct(demoClock)
  await ask({ name: 'structure.load-terms' } as Contract, { terms: readTerms() }, '2010-01-05')
  await ask({ name: 'structure.load-history' } as Contract, { history: branchHistory(file) }, '2010-01-05')
  await ask({ name: 'structure.load-history' } as Contract, { history: recordedLate() }, '2016-01-05')
  const entered = await ask(enterAct, { act: merge }, '2023-03-10')
  const corrected = { ...merge, effective: day('2023-06-01') }
  const again = { actId: entered.actId, version: entered.version, act: corrected, reason: 'ghi nhầm ngày' }
  const { version } = await ask(correctAct, again, '2023-07-20')
  await ask(undoAct, { actId: entered.actId, version, reason: 'quyết định chưa ban hành' }, '2023-09-01')
})
afterAll(() => own.done())

it('keeps in sight what stood, as was believed, under a superior that did not stand yet', async () => {
  const under = idOf(late, 'unit', 'o.k')
  const names = async (knownOn: string) => {
    const { units } = await ask(tree, { under, asOf: day('2012-01-01'), knownOn: day(knownOn), figure: 'direct' })
    return units.map(({ name, parentId }) => [name, parentId])
  }
  expect(await names('2011-02-28')).toEqual([])
  const cell = ['Tổ chức o.k', idOf(late, 'unit', 'o')]
  expect([await names('2012-01-01'), await names('2017-01-01')]).toEqual([[cell], [cell]])
})

describe('as known on a day, by what was recorded until its end', () => {
  const cells = async (asOf: string, knownOn?: string) => {
    const known = knownOn ? { knownOn: day(knownOn) } : {}
    const { units } = await ask(tree, { under: id('c1.o1'), asOf: day(asOf), figure: 'cells', ...known })
    const { measures } = await ask(figures, { unitId: id('c1.o1'), asOf: day(asOf), ...known })
    const counted = measures.find(({ measure }) => measure === 'cells')!.computed
    expect(units[0]!.figure).toBe(counted)
    expect(units.length - 1).toBe(counted)
    return counted
  }
  it.each([
    ['2023-05-01', '2023-03-09', 2],
    ['2023-05-01', '2023-03-10', 1],
    ['2023-05-01', '2023-07-19', 1],
    ['2023-05-01', '2023-07-20', 2],
    ['2023-06-01', '2023-07-20', 1],
    ['2023-06-01', '2023-08-31', 1],
    ['2023-06-01', '2023-09-01', 2],
    ['2023-06-01', undefined, 2],
    ['2023-02-28', '2023-05-01', 2],
  ])('there were on %s, as known on %s, so many cells: %i', async (asOf, known, count) => {
    expect(await cells(asOf, known)).toBe(count)
  })

  it('the card tells the life, the acts and the successors that were believed then', async () => {
    const then = (knownOn: string) =>
      ask(card, { unitId: id('c1.o1.k1'), asOf: day('2023-07-01'), knownOn: day(knownOn) })
    const before = await then('2023-03-01')
    expect([before.state, before.successors, before.acts.length]).toEqual(['alive', [], 1])
    const first = await then('2023-04-01')
    expect([first.state, first.life.until, first.successors]).toEqual([
      'ended',
      '2023-03-01',
      [{ id: opened, name: 'Chi bộ Hợp nhất' }],
    ])
    const second = await then('2023-08-01')
    expect([second.life.until, second.acts.at(-1)!.effective.on]).toEqual(['2023-06-01', '2023-06-01'])
    expect((await then('2023-10-01')).state).toBe('alive')
    await expect(then('2009-01-01')).rejects.toMatchObject({ kind: 'missing' })
  })

  it('the card of a unit that was only believed has a path and is missing now', async () => {
    const then = await ask(card, { unitId: opened, asOf: day('2023-07-01'), knownOn: day('2023-08-01') })
    expect([then.state, then.path.at(-1)!.id]).toEqual(['alive', id('c1.o1')])
    await expect(ask(card, { unitId: opened })).rejects.toMatchObject({ kind: 'missing' })
  })

  it('the picture of lineage is the one believed then', async () => {
    const edges = async (knownOn?: string) =>
      (await ask(lineage, { unitId: id('c1.o1.k1'), ...(knownOn ? { knownOn: day(knownOn) } : {}) })).edges.length
    expect([await edges('2023-03-01'), await edges('2023-04-01'), await edges()]).toEqual([0, 1, 0])
  })
})
