import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import { say } from '#kernel/contract/text.ts'
import { texts } from '../kernel.text.ts'
import { readAs, readDay, readMonth, readYear, sayHistorical, writeAs } from './date-text.ts'

describe('dates as people type them', () => {
  it('reads a day in every usual way', () => {
    for (const text of ['7/11/1948', '07-11-1948', '07.11.1948', '07111948', 'ngày 7 tháng 11 năm 1948']) {
      expect(readDay(text)).toBe('1948-11-07')
    }
  })
  it('refuses days that are none and years of two digits', () => {
    for (const text of ['31/02/2020', '7/11/48', '11/1948', '', 'hôm nay', '0/1/2020']) expect(readDay(text)).toBeNull()
    expect(readDay('29/02/2024')).toBe('2024-02-29')
  })
  it('reads months and years', () => {
    expect(readMonth('tháng 6/1953')).toBe('1953-06-01')
    expect(readMonth('13/1953')).toBeNull()
    expect(readYear('năm 2010')).toBe('2010-01-01')
  })
  it('writes what it reads', () => {
    const on = plainDate('1953-06-01')
    for (const precision of ['day', 'month', 'year', 'not_later'] as const) {
      expect(readAs(precision, writeAs(precision, on))).toBe(precision === 'year' ? '1953-01-01' : on)
    }
  })
  it('says how exactly a date is known', () => {
    const t = (key: keyof (typeof texts)['vi'], params?: Readonly<Record<string, string | number>>) =>
      say(texts, 'vi', key, params)
    const on = plainDate('1953-06-01')
    expect(sayHistorical({ on, precision: 'month' }, t)).toBe('tháng 6/1953')
    expect(sayHistorical({ on, precision: 'year' }, t)).toBe('năm 1953')
    expect(sayHistorical({ on, precision: 'not_later' }, t)).toBe('không muộn hơn 01/06/1953')
    expect(sayHistorical({ on, precision: 'unknown' }, t)).toBe('chưa rõ ngày')
  })
})
