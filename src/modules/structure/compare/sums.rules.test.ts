import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import { bridgeSteps, mostActs } from './bridge.rules.ts'
import {
  besideRows,
  type Compared,
  countables,
  countedBy,
  isExplained,
  stepsOf,
  sumOf,
  typeSums,
} from './sums.rules.ts'

const source = { code: 's', title: { vi: 's', en: 's' }, grade: 'seed' as const, address: null }
type Kind = NonNullable<Compared['acts'][number]['act']>['kind']
type Steps = Compared['acts'][number]['steps']

function act(id: string, kind: Kind | null, on: string, ...steps: Steps): Compared['acts'][number] {
  const effective = { on: plainDate(on), precision: 'day' as const }
  const line = { id, effective, decision: null, revoked: null, note: null, source }
  return { act: kind === null ? null : { ...line, kind }, on: plainDate(on), steps }
}
const step = (type: string, came: number, went: number) => ({ type, came, went })

const data: Compared = {
  under: { id: 'u', name: 'Đảng bộ' },
  from: plainDate('2022-12-31'),
  until: plainDate('2023-12-31'),
  covered: { from: true, until: true },
  totals: [
    { type: 'chi_bo', before: 10, after: 8, invented: true },
    { type: 'chi_bo_co_so', before: 3, after: 2, invented: false },
    { type: 'dang_bo_co_so', before: 1, after: 2, invented: false },
  ],
  acts: [
    act('a', 'merge_new', '2023-01-01', step('chi_bo', 1, 4)),
    act('b', 'retype', '2023-02-01', step('chi_bo_co_so', 0, 1), step('dang_bo_co_so', 1, 0), step('chi_bo', 1, 0)),
    act('c', 'rename', '2023-03-01'),
    act('d', null, '2023-04-01', step('to_dang', 1, 1)),
  ],
  changes: [
    { unit: { id: 'p', name: 'P' }, what: 'ended', on: plainDate('2023-05-01'), from: 'chi_bo', to: null, actId: null },
  ],
  more: false,
  thenAndNow: [
    { unit: { id: 'o', name: 'O' }, byTreeThen: 8, byTreeNow: 8, invented: false },
    { unit: { id: 'p', name: 'P' }, byTreeThen: 5, byTreeNow: 2, invented: true },
  ],
  gone: 3,
}
const order = ['dang_bo_co_so', 'chi_bo_co_so', 'chi_bo', 'to_dang']
const frame = {
  types: order.map((code) => ({ code })),
  measures: [
    { code: 'grassroots', computed: 'below', types: ['dang_bo_co_so', 'chi_bo_co_so'] },
    { code: 'direct', computed: 'direct', types: ['dang_bo_co_so', 'chi_bo_co_so'] },
    { code: 'attached', computed: 'below', types: ['chi_bo', 'lien_chi'] },
    { code: 'cells', computed: 'below', types: ['chi_bo', 'chi_bo_co_so'] },
  ],
}

describe('what two days tell', () => {
  it('is summed up type by type in the order of the frame, those included that only came and went in between', () => {
    expect(
      typeSums(data, order).map(({ type, before, came, went, after }) => [type, before, came, went, after]),
    ).toEqual([
      ['dang_bo_co_so', 1, 1, 0, 2],
      ['chi_bo_co_so', 3, 0, 1, 2],
      ['chi_bo', 10, 2, 4, 8],
      ['to_dang', 0, 1, 1, 0],
    ])
    expect(sumOf(data, new Set(['chi_bo', 'chi_bo_co_so']))).toEqual({
      before: 13,
      after: 10,
      came: 2,
      went: 5,
      invented: true,
    })
  })

  it('is explained when before and what the acts did give what is there after, for every type', () => {
    expect(isExplained(data)).toBe(true)
    expect(isExplained({ ...data, acts: data.acts.slice(1) })).toBe(false)
  })

  it('offers measures of several types that are there, cells first, then each type', () => {
    expect(countables(data, frame).map(({ code }) => code)).toEqual(['cells', 'grassroots', ...order])
    expect(countables({ ...data, totals: [], acts: [] }, frame)).toEqual([])
  })

  it('counts by type what acts added or took, leaving out what is nothing', () => {
    expect(countedBy(data.acts, ({ came, went }) => came - went, order)).toEqual([
      { type: 'dang_bo_co_so', units: 1 },
      { type: 'chi_bo_co_so', units: -1 },
      { type: 'chi_bo', units: -2 },
    ])
    expect(stepsOf(data.acts[1]!)).toEqual({ came: 2, went: 1 })
  })

  it('puts the subordinates that differ most first, and knows which are no more', () => {
    expect(besideRows(data).map(({ unit, difference, ended }) => [unit.id, difference, ended])).toEqual([
      ['p', -3, true],
      ['o', 0, false],
    ])
  })
})

describe('the steps from one total to the other', () => {
  const cells = { code: 'cells', types: new Set(['chi_bo', 'chi_bo_co_so']) }
  const reached = (steps: readonly { came: number; went: number }[]) =>
    steps.reduce((level, { came, went }) => level + came - went, sumOf(data, cells.types).before)

  it('are the acts themselves while they are few, those alone that touched what is counted', () => {
    const steps = bridgeSteps(data, cells)
    expect(steps.map(({ kind, came, went }) => [kind, came, went])).toEqual([
      ['merge_new', 1, 4],
      ['retype', 1, 1],
    ])
    expect(reached(steps)).toBe(sumOf(data, cells.types).after)
  })

  it('are the kinds of act when acts are many, those that added most first', () => {
    const many = Array.from({ length: mostActs }, (_, at) =>
      act(`m${at}`, at % 2 ? 'end' : 'establish', '2023-06-01', step('chi_bo', at % 2 ? 0 : 1, at % 2)),
    )
    const unknown = act('x', null, '2023-07-01', step('chi_bo', 2, 2))
    const steps = bridgeSteps({ ...data, acts: [...data.acts, unknown, ...many] }, cells)
    expect(steps.map(({ kind, acts, act: one, came, went }) => [kind, acts, one, came, went])).toEqual([
      ['establish', 4, null, 4, 0],
      ['retype', 1, null, 1, 1],
      [null, 1, null, 2, 2],
      ['merge_new', 1, null, 1, 4],
      ['end', 4, null, 0, 4],
    ])
    expect(reached(steps)).toBe(sumOf(data, cells.types).after)
  })
})
