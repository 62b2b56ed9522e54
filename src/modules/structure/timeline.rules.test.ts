import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import {
  lifeOf,
  type Stretch,
  sameStretch,
  stretchOn,
  timelineOf,
  type UnitDeed,
  type UnitState,
} from './timeline.rules.ts'

const day = (n: number) => addDays(plainDate('2010-01-01'), n)
const state: UnitState = {
  type: 'chi_bo',
  name: 'A',
  shortName: null,
  parent: 'p',
  covered: true,
  belowCovered: true,
  restricted: false,
}
const open = (n: number, act = 'a0'): UnitDeed => ({ act, on: day(n), open: state })
const change = (n: number, what: Partial<UnitState>, act = `c${n}`): UnitDeed => ({ act, on: day(n), change: what })
const end = (n: number, act = `e${n}`): UnitDeed => ({ act, on: day(n), end: true })
const told = (stretches: readonly Stretch[]) =>
  stretches.map((s) => [s.name, s.valid.from, s.valid.until, s.openedBy, s.closedBy])
const codes = (deeds: readonly UnitDeed[]) => timelineOf(deeds).misfits.map(({ act, code }) => [act, code])

describe('the life of a unit', () => {
  it('begins on the day it is opened and has no end of its own', () => {
    expect(told(timelineOf([open(0)]).stretches)).toEqual([['A', day(0), null, 'a0', null]])
  })
  it('passes into a new stretch on the day of a change', () => {
    const { stretches } = timelineOf([open(0), change(5, { name: 'B' })])
    expect(told(stretches)).toEqual([
      ['A', day(0), day(5), 'a0', 'c5'],
      ['B', day(5), null, 'c5', null],
    ])
  })
  it('keeps what a change does not name', () => {
    expect(timelineOf([open(0), change(5, { parent: null })]).stretches[1]).toMatchObject({ ...state, parent: null })
  })
  it('refines the stretch that a second change of the same day finds', () => {
    const { stretches } = timelineOf([open(0), change(5, { name: 'B' }, 'x'), change(5, { parent: 'q' }, 'y')])
    expect(told(stretches)).toEqual([
      ['A', day(0), day(5), 'a0', 'x'],
      ['B', day(5), null, 'x', null],
    ])
    expect(stretches[1]!.parent).toBe('q')
  })
  it('takes a change on the first day as what it always was', () => {
    expect(told(timelineOf([open(0), change(0, { name: 'B' })]).stretches)).toEqual([['B', day(0), null, 'a0', null]])
  })
  it('ends on the day before the act that ends it', () => {
    const { stretches } = timelineOf([open(0), end(9)])
    expect(told(stretches)).toEqual([['A', day(0), day(9), 'a0', 'e9']])
    expect(stretchOn(stretches, day(8))?.name).toBe('A')
    expect(stretchOn(stretches, day(9))).toBeUndefined()
  })
  it('forgets a change on the very day of the end', () => {
    const { stretches, misfits } = timelineOf([open(0), change(9, { name: 'B' }), end(9)])
    expect(told(stretches)).toEqual([['A', day(0), day(9), 'a0', 'e9']])
    expect(misfits).toEqual([])
  })
  it('marks a stretch as invented where the act that opened it is', () => {
    const { stretches } = timelineOf([open(0), { ...change(5, { name: 'B' }), illustrative: true }])
    expect(stretches.map(({ illustrative }) => illustrative)).toEqual([false, true])
  })
})

describe('a deed that does not fit', () => {
  it('opens what lives', () => expect(codes([open(0), open(3, 'again')])).toEqual([['again', 'lives_already']]))
  it('opens what has ended: a unit lives once', () =>
    expect(codes([open(0), end(3), open(4, 'again')])).toEqual([['again', 'lives_already']]))
  it('changes what does not live yet', () =>
    expect(codes([change(1, { name: 'B' })])).toEqual([['c1', 'does_not_live']]))
  it('changes what has ended', () =>
    expect(codes([open(0), end(3), change(3, { name: 'B' })])).toEqual([['c3', 'does_not_live']]))
  it('ends what has ended', () => expect(codes([open(0), end(3), end(4)])).toEqual([['e4', 'does_not_live']]))
  it('ends what never lived', () => expect(codes([end(4)])).toEqual([['e4', 'does_not_live']]))
  it('ends a unit on its first day', () => expect(codes([open(0), end(0)])).toEqual([['e0', 'ends_on_its_first_day']]))
  it('changes nothing', () => expect(codes([open(0), change(3, { name: 'A' })])).toEqual([['c3', 'changes_nothing']]))
  it('changes nothing by naming nothing', () =>
    expect(codes([open(0), change(3, {})])).toEqual([['c3', 'changes_nothing']]))
  it('leaves the life as it was', () => {
    expect(told(timelineOf([open(0), change(3, { name: 'A' }), end(0)]).stretches)).toEqual([
      ['A', day(0), null, 'a0', null],
    ])
  })
  it('is no misfit where no source says what a reorganisation changed', () => {
    expect(codes([open(0), { ...change(3, {}), mayChangeNothing: true }])).toEqual([])
  })
})

/** Deeds of one unit in order of days, several on one day, with an end or without. */
const lives = fc
  .record({
    steps: fc.array(
      fc.record({
        gap: fc.integer({ min: 0, max: 3 }),
        name: fc.constantFrom('A', 'B', 'C'),
        parent: fc.constantFrom('p', 'q'),
      }),
      { maxLength: 12 },
    ),
    ends: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  })
  .map(({ steps, ends }) => {
    let at = 0
    const deeds: UnitDeed[] = [open(0)]
    for (const [index, { gap, name, parent }] of steps.entries()) {
      at += gap
      deeds.push(change(at, { name, parent }, `c${index}`))
    }
    if (ends !== undefined) deeds.push(end(at + ends + 1))
    return deeds
  })

describe('any life', () => {
  it('has a stretch for each of its days and no other, without gap or overlap', () => {
    fc.assert(
      fc.property(lives, (deeds) => {
        const { stretches } = timelineOf(deeds)
        stretches.forEach((stretch, i) => {
          expect(stretch.valid.until === null || stretch.valid.from < stretch.valid.until).toBe(true)
          if (i > 0) expect(stretch.valid.from).toBe(stretches[i - 1]!.valid.until)
        })
        expect(stretches.slice(0, -1).every(({ valid }) => valid.until !== null)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
  it('is on every day what the deeds up to that day say', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: -2, max: 40 }), (deeds, n) => {
        const on: PlainDate = day(n)
        let expected: UnitState | undefined
        for (const deed of deeds.filter((d) => d.on <= on)) {
          if (deed.open) expected = deed.open
          else if (deed.end) expected = undefined
          else if (expected) expected = { ...expected, ...deed.change }
        }
        const found = stretchOn(timelineOf(deeds).stretches, on)
        expect(found && { name: found.name, parent: found.parent }).toEqual(
          expected && { name: expected.name, parent: expected.parent },
        )
      }),
      { numRuns: 500 },
    )
  })
  it('runs from its opening to its end', () => {
    fc.assert(
      fc.property(lives, (deeds) => {
        const ended = deeds.find((deed) => deed.end)
        expect(lifeOf(timelineOf(deeds).stretches)).toEqual({ from: day(0), until: ended?.on ?? null })
      }),
    )
  })
  it('is told the same however often', () => {
    fc.assert(
      fc.property(lives, (deeds) => {
        const [one, two] = [timelineOf(deeds).stretches, timelineOf(deeds).stretches]
        expect(one.every((stretch, i) => sameStretch(stretch, two[i]!))).toBe(true)
      }),
    )
  })
})
