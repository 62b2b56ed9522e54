import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import { actsAround, dayOfYear, lineageDays, marksByYear, shareOf, sliderYears } from './date-slider.rules.ts'

const today = plainDate('2024-01-15')
const days = ['1948-11-07', '2007-04-11', '2025-02-03'].map(plainDate)

describe('the date slider', () => {
  it('stands for the last day of a year, and for today in the year we are in', () => {
    expect(dayOfYear(2010, today)).toBe('2010-12-31')
    expect(dayOfYear(2024, today)).toBe(today)
  })

  it('reaches from the first records to the last known day', () => {
    expect(sliderYears(days, today, today)).toEqual({ first: 1948, last: 2025 })
    expect(sliderYears([], plainDate('1940-01-01'), today)).toEqual({ first: 1940, last: 2024 })
  })

  it('goes from act to act', () => {
    expect(actsAround(days, today)).toEqual({ before: '2007-04-11', after: '2025-02-03' })
    expect(actsAround(days, plainDate('2007-04-11'))).toEqual({ before: '1948-11-07', after: '2025-02-03' })
    expect(actsAround([], today)).toEqual({ before: null, after: null })
  })

  it('marks a year once, with how many acts it has', () => {
    expect([...marksByYear([...days, plainDate('2007-10-19')])]).toEqual([
      [1948, 1],
      [2007, 2],
      [2025, 1],
    ])
    expect(shareOf(plainDate('2025-02-03'), 1948, 2025)).toBe(1)
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
      '1948-11-07',
      '1953-06-01',
    ])
  })
})
