import { expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import { readKnownOn } from './known-on.ts'

const today = plainDate('2024-01-15')

it('takes any day until today, today included: what was recorded by then can be asked', () => {
  for (const day of ['1900-01-01', '2010-12-31', '2024-01-14', today]) expect(readKnownOn(day, today)).toBe(day)
})

it('says of every other why it cannot be asked; what will be recorded is not known', () => {
  for (const day of ['2023-02-30', 'abc', '31/12/2010', '2010-12', '0000-01-01'])
    expect(readKnownOn(day, today), day).toEqual({ why: 'noSuchDay' })
  for (const day of ['0001-01-01', '1899-12-31', '2024-01-16', '2034-12-31'])
    expect(readKnownOn(day, today), day).toEqual({ why: 'outside' })
})
