import { expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import { daysShown, readAsOf } from './as-of.ts'

const today = plainDate('2024-01-15')

it('takes any day of the calendar within what can be shown, its ends included', () => {
  const { first, last } = daysShown(today)
  for (const day of ['2010-12-31', '2024-02-29', first, last]) expect(readAsOf(day, today)).toBe(day)
  expect([first, last]).toEqual(['1900-01-01', '2034-12-31'])
})

it('says of every other why it cannot be shown', () => {
  for (const day of ['2023-02-30', '2023-02-29', 'abc', '31/12/2010', '2010-12', '0000-01-01'])
    expect(readAsOf(day, today), day).toEqual({ why: 'noSuchDay' })
  for (const day of ['0001-01-01', '1899-12-31', '2035-01-01', '9999-12-31'])
    expect(readAsOf(day, today), day).toEqual({ why: 'outside' })
})
