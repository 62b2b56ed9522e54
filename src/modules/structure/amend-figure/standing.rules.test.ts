import { expect, it } from 'vitest'
import { standingOf } from './standing.rules.ts'

it('reads the figure that stands now out of a conflict, and nothing out of anything else', () => {
  const current = {
    value: 60,
    qualifier: 'exact',
    as_of_on: '2010-12-31',
    as_of_precision: 'day',
    definition_vi: 'Trực thuộc',
    as_written: null,
    version: 7,
  }
  expect(standingOf(current)).toEqual({
    value: 60,
    qualifier: 'exact',
    on: '2010-12-31',
    definition: 'Trực thuộc',
    version: 7,
  })
  expect(standingOf(undefined)).toBeNull()
  expect(standingOf({ value: 'x' })).toBeNull()
})
