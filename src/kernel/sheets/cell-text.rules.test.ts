import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import { asXml, numberText, typedText, unescaped } from './cell-text.rules.ts'
import { guarded, unguarded } from './formula-guard.rules.ts'
import { cellFormat, momentText, serialOfDay } from './moments.rules.ts'
import { columnLetters, placeOf, readPlace } from './place.rules.ts'

describe('a number as text', () => {
  it('has no exponent and no noise of calculation', () => {
    expect([1200, 1200.0000001, 0.1 + 0.2, -0, -1e-9, 1e21, 5e-324, -12.5].map(numberText)).toEqual([
      '1200',
      '1200',
      '0.3',
      '0',
      '0',
      '1000000000000000000000',
      '0',
      '-12.5',
    ])
    expect([79123456789012, 1234567890.55, 2.675, 0.000001].map(numberText)).toEqual([
      '79123456789012',
      '1234567890.55',
      '2.675',
      '0.000001',
    ])
    expect([4503599627370.1, 99999999999999.5, 2 ** 53].map(numberText)).toEqual([
      '4503599627370.1',
      '99999999999999.5',
      '9007199254740990',
    ])
  })
})

describe('a day typed as text', () => {
  it('is told day first, and only where such a day exists', () => {
    expect(['5/1/2024', '15/01/2024', '29/02/2024'].map(typedText)).toEqual(['2024-01-05', '2024-01-15', '2024-02-29'])
    for (const text of [
      '29/02/2023',
      '1/15/2024',
      '01/2024',
      '5/1/24',
      '5/1/2024 ',
      '5-1-2024',
      '1/1/0000',
      '5.1.2024',
    ])
      expect(typedText(text)).toBe(text)
  })
})

describe('what a number format shows', () => {
  it('is told from the letters that stand outside quotes, escapes and brackets', () => {
    const shows = (code: string) => cellFormat(164, code).shows
    for (const code of ['dd/mm/yyyy', '[$-42A]dd mmmm yyyy;@', 'd-mmm', 'yyyy\\-mm\\-dd hh:mm', '"ngày" dd "tháng" mm'])
      expect(shows(code)).toBe('day')
    for (const code of ['mm/yyyy', 'mmm-yy', '"Tháng" m']) expect(shows(code)).toBe('month')
    expect(shows('yyyy')).toBe('year')
    for (const code of ['hh:mm', 'mm:ss', '[h]:mm', '[mm]:ss', 'h:mm AM/PM']) expect(shows(code)).toBe('time')
    for (const code of ['General', '#,##0 "đồng/day"', '0.00E+00', '[Red]0', '#,##0\\d', '0;[Red]"d"', ''])
      expect(shows(code)).toBe('number')
  })
  it('counts the zeros of a code such as 0000, and knows the formats that are not spelled', () => {
    expect(cellFormat(164, '0000')).toEqual({ shows: 'number', digits: 4 })
    expect(cellFormat(1, undefined).shows).toBe('number')
    expect(cellFormat(14, undefined).shows).toBe('day')
    expect(cellFormat(17, undefined).shows).toBe('month')
    expect(cellFormat(46, undefined).shows).toBe('time')
  })
})

describe('a moment', () => {
  it('is counted from 1900 or from 1904', () => {
    expect(momentText(45306, 'day', false)).toBe('2024-01-15')
    expect(momentText(45306 - 1462, 'day', true)).toBe('2024-01-15')
    expect(momentText(1, 'day', false)).toBe('1900-01-01')
    expect(momentText(59, 'day', false)).toBe('1900-02-28')
    expect(momentText(60, 'day', false)).toBe('1900-02-29')
    expect(momentText(61, 'day', false)).toBe('1900-03-01')
    expect(momentText(0, 'day', true)).toBe('1904-01-01')
    expect(momentText(2_958_465, 'day', false)).toBe('9999-12-31')
    expect([-1, 0, 2_958_466, 1e300].map((serial) => momentText(serial, 'day', false))).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect([-1, 2_957_004].map((serial) => momentText(serial, 'day', true))).toEqual([null, null])
  })
  it('claims no more than the format shows', () => {
    expect(momentText(45292, 'month', false)).toBe('2024-01')
    expect(momentText(45292, 'year', false)).toBe('2024')
    expect(momentText(45306.3125, 'day', false)).toBe('2024-01-15 07:30')
    expect(momentText(45306.99999999, 'day', false)).toBe('2024-01-16')
    expect(momentText(0.3125, 'time', false)).toBe('07:30')
    expect(momentText(0, 'time', false)).toBe('00:00')
    expect(momentText(1.5, 'time', false)).toBeNull()
  })
  it('of every day from March 1900 on comes back from its number', () => {
    const days = fc.date({
      min: new Date('1900-03-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (instant) => {
        const day = plainDate(instant.toISOString().slice(0, 10))
        expect(momentText(serialOfDay(day)!, 'day', false)).toBe(day)
      }),
    )
    expect(serialOfDay('1900-02-28' as PlainDate)).toBeNull()
  })
})

describe('a place', () => {
  it('is named as Excel names it', () => {
    expect([1, 26, 27, 702, 703, 16_384].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
    for (const text of ['', 'A', '1', 'A0', 'a1', 'XFE1', 'A1048577', 'AAAA1', 'A01', '$A$1', 'A1:B2'])
      expect(readPlace(text)).toBeNull()
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 1, max: 16_384 }), (row, column) => {
        expect(readPlace(placeOf(row, column))).toEqual({ row, column })
      }),
    )
  })
})

const pieces = [
  '_',
  'x',
  '0',
  'x000D_',
  '_x0041_',
  '\r',
  '\u0001',
  '\t',
  '\n',
  '&',
  '<',
  '>',
  '"',
  "'",
  '=',
  '+',
  '-',
  '@',
  ' ',
  'Đảng uỷ',
  '\uFFFF',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 8 })
  .map((some) => some.join(''))

describe('texts that cannot stand as they are', () => {
  it('come back from XML as they were', () => {
    const heard = (xml: string) =>
      xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    fc.assert(
      fc.property(text, (one) => {
        expect(unescaped(heard(asXml(one)))).toBe(one)
      }),
    )
    expect(unescaped(heard(asXml('_x0001\u0002')))).toBe('_x0001\u0002')
    expect(asXml('\uD800')).toBe('\uFFFD')
  })
  it('come back from the guard against formulas as they were, and never begin like one behind it', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(unguarded(guarded(one))).toBe(one)
        expect(guarded(one)).not.toMatch(/^\s*[=+\-@\t\r]/)
      }),
    )
    expect(['=1', ' =1', '+84', '-x', '@x', '\t1', '\r1', "'=1", "'a", 'a=1'].map(guarded)).toEqual([
      "'=1",
      "' =1",
      "'+84",
      "'-x",
      "'@x",
      "'\t1",
      "'\r1",
      "''=1",
      "'a",
      'a=1',
    ])
  })
})
