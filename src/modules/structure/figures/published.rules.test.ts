import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import type { PublishedFigure } from './figures.contract.ts'
import { agreementOf, bestPublished, differences, disputes, headline, spanOf } from './published.rules.ts'

let made = 0
function figure(
  change: Partial<
    Pick<PublishedFigure, 'measure' | 'value' | 'qualifier' | 'computed' | 'computedInvented' | 'entered'>
  > & {
    on?: string
    precision?: PublishedFigure['asOf']['precision']
  },
): PublishedFigure {
  const { on = '2023-12-31', precision = 'day', ...rest } = change
  const source = { code: 's', title: { vi: 's', en: 's' }, grade: 'seed' as const, address: null }
  const base = {
    measure: 'cells',
    value: 5529,
    qualifier: 'exact' as const,
    definition: { vi: 'd', en: 'd' },
    asWritten: null,
    source,
    computed: 5529,
    computedInvented: false,
    version: 1,
    entered: false,
    hasFile: false,
  }
  made += 1
  const merged: Omit<PublishedFigure, 'id' | 'asOf' | 'difference'> = { ...base, ...rest }
  const difference = merged.computed === null ? null : merged.computed - merged.value
  return { id: `f${made}`, asOf: { on: plainDate(on), precision }, difference, ...merged }
}

describe('a published figure beside a computed one', () => {
  it('agrees, differs, or stands alone', () => {
    expect(agreementOf(figure({}))).toBe('same')
    expect(agreementOf(figure({ computed: 5541 }))).toBe('differs')
    expect(agreementOf(figure({ computed: null }))).toBe('alone')
  })

  it('fits a round word only on the side the word says', () => {
    expect(agreementOf(figure({ value: 5800, qualifier: 'nearly', computed: 5739 }))).toBe('fits')
    expect(agreementOf(figure({ value: 5800, qualifier: 'nearly', computed: 5801 }))).toBe('differs')
    expect(agreementOf(figure({ value: 5700, qualifier: 'over', computed: 5722 }))).toBe('fits')
    expect(agreementOf(figure({ value: 5700, qualifier: 'over', computed: 5699 }))).toBe('differs')
    expect(agreementOf(figure({ value: 5700, qualifier: 'about', computed: 6000 }))).toBe('differs')
  })
})

describe('the published figure shown for a day', () => {
  const best = (...all: PublishedFigure[]) => bestPublished(all, 'cells', plainDate('2024-01-15'))?.value
  const last = figure({ on: '2023-12-31', value: 2 })

  it('is the last one of a time that had begun', () => {
    expect(best(figure({ on: '2021-12-31', value: 1 }), last, figure({ on: '2025-01-01', value: 3 }))).toBe(2)
    expect(best(figure({ measure: 'members' }))).toBeUndefined()
  })
  it('is of an exact day before a year or month that holds it, and of a later year before an earlier day', () => {
    expect(best(last, figure({ on: '2023-12-31', precision: 'year', value: 5 }))).toBe(2)
    expect(
      best(figure({ on: '2022-06-30', value: 1 }), figure({ on: '2023-01-01', precision: 'year', value: 5 })),
    ).toBe(5)
  })
  it('is never one entered less exactly where a document states one', () => {
    const year = figure({ on: '2023-01-01', precision: 'year', value: 5, entered: true })
    expect(best(figure({ on: '2021-12-31', value: 1 }), year)).toBe(1)
    expect(best(year)).toBe(5)
  })
  it('is that of a document before one entered for the same day, and an entered one of a later day', () => {
    expect(best(figure({ value: 5, entered: true }), last)).toBe(2)
    expect(best(last, figure({ on: '2024-01-10', value: 5, entered: true }))).toBe(5)
  })
  it('is one of no known day only where there is no other', () => {
    const undated = figure({ on: '2023-12-31', precision: 'unknown', value: 92 })
    expect(best(figure({ on: '2010-01-01', precision: 'year', value: 60 }), undated)).toBe(60)
    expect(best(undated)).toBe(92)
  })
})

describe('what the sources disagree on', () => {
  it('is told where two give different figures for one measure on one day', () => {
    const all = [
      figure({ value: 6, on: '1948-11-07' }),
      figure({ value: 5, on: '1948-11-07' }),
      figure({ value: 5 }),
      figure({ value: 5 }),
    ]
    expect(disputes(all).map(({ figures }) => figures.map(({ value }) => value))).toEqual([[6, 5]])
  })

  it('does not put a year under one of its days, nor one unknown day under another', () => {
    expect(disputes([figure({ value: 6 }), figure({ value: 5, precision: 'year' })])).toEqual([])
    const undated = { precision: 'unknown' as const }
    expect(disputes([figure({ value: 6, ...undated }), figure({ value: 5, ...undated })])).toEqual([])
    const year = { precision: 'year' as const }
    expect(disputes([figure({ value: 6, ...year, on: '2023-01-01' }), figure({ value: 5, ...year })])).toHaveLength(1)
  })

  it('is not told by what invented units give', () =>
    expect(differences([figure({ computed: 5541, computedInvented: true })])).toEqual([]))

  it('names published figures that differ from computed ones, the latest first', () => {
    const all = [
      figure({ on: '2010-01-01', value: 60, computed: 68 }),
      figure({}),
      figure({ on: '2021-12-31', value: 1, computed: 2 }),
    ]
    expect(differences(all).map(({ asOf }) => asOf.on)).toEqual(['2021-12-31', '2010-01-01'])
  })
})

describe('the time of a figure', () => {
  it('takes a month or a year as the whole of it', () => {
    expect(spanOf({ on: plainDate('2020-06-01'), precision: 'month' })).toEqual({
      from: '2020-06-01',
      until: '2020-06-30',
    })
    expect(spanOf({ on: plainDate('2010-01-01'), precision: 'year' })).toEqual({
      from: '2010-01-01',
      until: '2010-12-31',
    })
    expect(spanOf({ on: plainDate('2023-12-31'), precision: 'day' })).toEqual({
      from: '2023-12-31',
      until: '2023-12-31',
    })
  })
})

describe('the headline', () => {
  it('shows the measures asked for that the frame has, else its first ones', () => {
    const measures = ['a', 'b', 'c'].map((measure) => ({ measure, computed: 1, invented: false }))
    expect(headline(measures, ['c', 'x', 'a'], 4).map(({ measure }) => measure)).toEqual(['c', 'a'])
    expect(headline(measures, ['x'], 2).map(({ measure }) => measure)).toEqual(['a', 'b'])
  })
})
