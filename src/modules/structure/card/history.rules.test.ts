import { describe, expect, it } from 'vitest'
import { type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import { type Card, changesOn, factsOn, historyOf, relationsOf, toldDay } from './history.rules.ts'

const source = { code: 's', title: { vi: 's', en: 's' }, grade: 'seed' as const, address: null }
const link = (id: string) => ({ id, name: id })

function stretch(from: string, until: string | null, change: Partial<Card['now']> = {}): Card['now'] {
  const valid = {
    from: plainDate(from),
    fromPrecision: 'day' as const,
    until: until as PlainDate | null,
    untilPrecision: until ? ('day' as const) : null,
  }
  return {
    valid,
    name: 'A',
    shortName: null,
    type: 'chi_bo',
    parent: link('p'),
    covered: true,
    illustrative: false,
    ...change,
  }
}

function act(
  id: string,
  on: string,
  kind: Card['acts'][number]['kind'],
  change: Partial<Card['acts'][number]> = {},
): Card['acts'][number] {
  return {
    id,
    kind,
    effective: { on: plainDate(on), precision: 'day' },
    decision: null,
    revoked: null,
    note: null,
    source,
    parts: [],
    from: [],
    to: [],
    ...change,
  }
}

const data: Card = {
  id: 'u',
  asOf: plainDate('2015-01-01'),
  state: 'alive',
  life: { from: plainDate('2007-04-11'), fromPrecision: 'day', until: plainDate('2025-02-03'), untilPrecision: 'day' },
  now: stretch('2012-05-18', '2025-02-03', { name: 'B', type: 'dang_bo_co_so' }),
  path: [],
  stretches: [
    stretch('2007-04-11', '2012-05-18'),
    stretch('2012-05-18', '2025-02-03', { name: 'B', type: 'dang_bo_co_so' }),
  ],
  acts: [
    act('end', '2025-02-03', 'divide', { parts: ['ended'], to: [link('x'), link('y')] }),
    act('open', '2007-04-11', 'merge_new', { parts: ['opened'], from: [link('a')] }),
    act('older', '2007-04-11', 'restructure', { from: [link('old')] }),
    act('change', '2012-05-18', 'retype', { parts: ['changed'] }),
    act('took', '2014-01-01', 'merge_into', { from: [link('b')] }),
  ],
  establishedBy: null,
  predecessors: [],
  successors: [],
  facts: [
    {
      kind: 'congress',
      value: 'Đại hội',
      valid: { from: plainDate('2015-10-13'), until: plainDate('2015-10-16') },
      source,
    },
    { kind: 'seat', value: 'Hà Nội', valid: { from: plainDate('2007-04-11'), until: plainDate('2016-01-01') }, source },
    { kind: 'seat', value: 'Nơi khác', valid: { from: plainDate('2016-01-01'), until: null }, source },
  ],
  aliases: [],
  organs: [],
  counterparts: [],
  direct: [],
  directInvented: false,
  may: [],
  note: null,
}

describe('the history of a unit', () => {
  it('goes in order of time from its beginning to its end, with the events that sources tell', () => {
    expect(historyOf(data).map((line) => ('act' in line ? `${line.act.id} ${line.role}` : line.fact.kind))).toEqual([
      'open opened',
      'older received',
      'change changed',
      'took received',
      'congress',
      'end ended',
    ])
  })

  it('says what an act changed by comparing the stretches on both sides', () => {
    expect(changesOn(data.stretches, plainDate('2012-05-18'))).toEqual([
      { kind: 'type', type: 'dang_bo_co_so' },
      { kind: 'name', name: 'B' },
    ])
    expect(changesOn(data.stretches, plainDate('2013-01-01'))).toEqual([])
  })

  it('tells forerunners and successors apart from those met in between', () => {
    expect(relationsOf(data).map(({ kind, units }) => `${kind} ${units.map(({ id }) => id).join()}`)).toEqual([
      'predecessors a,old',
      'received b',
      'successors x,y',
    ])
  })

  it('shows the facts of the day told of, and keeps the others', () => {
    const { now, other } = factsOn(data, toldDay(data))
    expect(now.map(({ value }) => value)).toEqual(['Hà Nội'])
    expect(other.map(({ value }) => value)).toEqual(['Nơi khác'])
  })

  it('tells of its first day before it was set up and of its last day after its end', () => {
    expect(toldDay({ ...data, state: 'not_yet' })).toBe('2007-04-11')
    expect(toldDay({ ...data, state: 'ended' })).toBe('2025-02-02')
  })
})
