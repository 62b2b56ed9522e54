import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import { quickDays, twoDays, yearBefore } from './days.rules.ts'

const shown = { first: plainDate('1900-01-01'), last: plainDate('2034-12-31') }
const asOf = plainDate('2024-01-15')

describe('the two days', () => {
  it('are those of the address', () => {
    expect(twoDays({ tu: '2022-12-31', den: '2023-12-31' }, asOf, shown)).toEqual({
      from: '2022-12-31',
      until: '2023-12-31',
      bad: [],
    })
  })

  it('are the day being looked at and the one a year before it, where the address names none', () => {
    expect(twoDays({ tu: '', den: '' }, asOf, shown)).toEqual({ from: '2023-01-15', until: asOf, bad: [] })
    expect(twoDays({ tu: '', den: '2010-12-31' }, asOf, shown).from).toBe('2009-12-31')
    expect(twoDays({ tu: '', den: '1900-06-01' }, asOf, shown).from).toBe('1900-01-01')
  })

  it('stand in for what is no day, or none that can be shown, and it is told', () => {
    expect(twoDays({ tu: '2023-02-30', den: '2035-01-01' }, asOf, shown)).toEqual({
      from: '2023-01-15',
      until: asOf,
      bad: [
        { written: '2023-02-30', instead: '2023-01-15' },
        { written: '2035-01-01', instead: asOf },
      ],
    })
  })

  it('keep their order even when it is the wrong one: the contract says so', () => {
    const { from, until, bad } = twoDays({ tu: '2023-12-31', den: '2022-12-31' }, asOf, shown)
    expect([from, until, bad]).toEqual(['2023-12-31', '2022-12-31', []])
  })

  it('a year apart end on the last of February when there is no 29th', () => {
    expect(yearBefore(plainDate('2024-02-29'))).toBe('2023-02-28')
    expect(yearBefore(plainDate('2025-02-28'))).toBe('2024-02-28')
  })
})

describe('days worth a press', () => {
  const ask = { until: asOf, today: asOf, changes: ['2023-12-19', '2024-02-01'].map(plainDate), founded: null, shown }

  it('are both sides of the last change up to today, a year, and the whole life', () => {
    expect(quickDays({ ...ask, founded: plainDate('2007-04-11') })).toEqual([
      { kind: 'last', from: '2023-12-18', until: '2023-12-19' },
      { kind: 'year', from: '2023-01-15', until: asOf },
      { kind: 'founding', from: '2007-04-11', until: asOf },
    ])
  })

  it('are left out where they cannot be asked for, or would be told backwards', () => {
    expect(quickDays({ ...ask, changes: [], founded: plainDate('2024-01-15') }).map(({ kind }) => kind)).toEqual([
      'year',
    ])
    expect(quickDays({ ...ask, changes: [plainDate('1900-01-01')], until: shown.first })).toEqual([])
  })
})
