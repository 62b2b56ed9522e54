import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import type { Card } from '../card/history.rules.ts'
import {
  actsAround,
  cardDays,
  dayOfYear,
  labelledYears,
  lineageDays,
  marksByYear,
  mergeDays,
  sliderYears,
} from './date-slider.rules.ts'

const today = plainDate('2024-01-15')
const day = (on: string, acts = 1) => ({ on: plainDate(on), acts })
const days = [day('1948-11-07'), day('2007-04-11'), day('2025-02-03')]

describe('the date slider', () => {
  it('stands for the last day of a year, and for today in the year we are in', () => {
    expect(dayOfYear(2010, today)).toBe('2010-12-31')
    expect(dayOfYear(2024, today)).toBe(today)
  })

  it('reaches from a little before the first known day to the last', () => {
    expect(sliderYears(days, today, today)).toEqual({ first: 1947, last: 2025 })
    expect(sliderYears([day('2020-03-01')], today, today)).toEqual({ first: 2019, last: 2024 })
    expect(sliderYears([day('2020-03-01')], plainDate('2001-01-01'), today)).toEqual({ first: 2001, last: 2024 })
    expect(sliderYears([], today, today)).toEqual({ first: 2023, last: 2024 })
  })

  it('goes from change to change', () => {
    expect(actsAround(days, today)).toEqual({ before: '2007-04-11', after: '2025-02-03' })
    expect(actsAround(days, plainDate('2007-04-11'))).toEqual({ before: '1948-11-07', after: '2025-02-03' })
    expect(actsAround([], today)).toEqual({ before: null, after: null })
  })

  it('marks a year once, and strongly where much changed in it', () => {
    const busy = [...days, day('2007-10-19', 5), day('2010-01-01', 2), day('2012-01-01', 12)]
    expect(marksByYear(busy, 1948, 2028)).toEqual([
      { year: 1948, at: 0, many: false },
      { year: 2007, at: 59 / 80, many: true },
      { year: 2025, at: 77 / 80, many: false },
      { year: 2010, at: 62 / 80, many: false },
      { year: 2012, at: 64 / 80, many: true },
    ])
    expect(marksByYear([], 2023, 2024)).toEqual([])
  })

  it('writes both ends and round years between them, as many as find room', () => {
    expect(labelledYears(1947, 2025, 9)).toEqual([1947, 1960, 1970, 1980, 1990, 2000, 2010, 2025])
    expect(labelledYears(2019, 2024, 9)).toEqual([2019, 2020, 2021, 2022, 2023, 2024])
    expect(labelledYears(1900, 2034, 9)).toEqual([1900, 1920, 1940, 1960, 1980, 2000, 2020, 2034])
    expect(labelledYears(2024, 2024, 9)).toEqual([2024])
  })

  it('tells a day once where two lists tell of it', () => {
    expect(mergeDays([day('2007-04-11', 4), day('2003-02-20')], [day('2007-04-11')])).toEqual([
      day('2003-02-20'),
      day('2007-04-11', 4),
    ])
  })

  it('marks the days on which a unit began or got another name or type, where they are known', () => {
    const stretch = (from: string, fromPrecision: 'day' | 'month' | 'unknown', name: string, type = 'dang_bo') => ({
      from: plainDate(from),
      fromPrecision,
      until: null,
      untilPrecision: null,
      name,
      type,
      covered: true,
    })
    const stretches = [
      stretch('1948-11-07', 'day', 'Liên chi', 'lien_chi'),
      stretch('1953-06-01', 'month', 'Đảng bộ'),
      stretch('1962-12-08', 'day', 'Đảng bộ'),
      stretch('1975-01-01', 'unknown', 'Đảng bộ Khối'),
    ]
    const { name: _, type: __, covered: ___, ...life } = stretches[0]!
    const unit = { id: 'u', life, stretches, illustrative: false }
    expect(lineageDays({ unitId: 'u', units: [unit], edges: [], acts: [], others: [] })).toEqual([
      day('1948-11-07'),
      day('1953-06-01'),
    ])
  })

  it('knows the days of a unit’s own acts, without what is of an unknown day or was revoked', () => {
    const act = (on: string, more: object = {}) =>
      ({ effective: { on, precision: 'day' }, revoked: null, ...more }) as unknown as Card['acts'][number]
    const acts = [
      act('2007-04-11'),
      act('2003-02-20', { effective: { on: '2003-02-20', precision: 'unknown' } }),
      act('2012-01-01', { revoked: { kind: 'Quyết định' } }),
    ]
    expect(cardDays({ acts })).toEqual([day('2007-04-11')])
  })
})
