import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import type { Stretch } from '../timeline.rules.ts'
import { gatherBlocks, placeOfOther, whyAway } from './plan-blocks.rules.ts'

const stretch = (from: string, until: string | null, openedBy: string, closedBy: string | null) =>
  ({ valid: { from: plainDate(from), until: until === null ? null : plainDate(until) }, openedBy, closedBy }) as Stretch
const lives = new Map([
  ['a', [stretch('2010-01-01', '2020-01-01', 'lap', 'giai-the')]],
  ['b', [stretch('2022-01-01', null, 'lap-b', null)]],
])

describe('what keeps an act from being entered', () => {
  it('is one for each unit that ends, however many are left under it', () => {
    const { blocks, add } = gatherBlocks(lives, 3)
    for (const child of ['1', '2', '2', '3']) add('ends.0', 'parent_does_not_live', [child, 'a'])
    add('ends.1', 'parent_does_not_live', ['4', 'b'])
    add('ends.0', 'does_not_live', ['a'])
    add('kind', 'not_this_kind')
    expect(blocks).toEqual([
      { at: 'ends.0', code: 'living_children', units: ['a', '1', '2', '3'] },
      { at: 'ends.1', code: 'living_children', units: ['b', '4'] },
      { at: 'ends.0', code: 'does_not_live', units: ['a'] },
    ])
  })
  it('has no place in the input where another act says it, and names that act and what it did', () => {
    const { blocks, add } = gatherBlocks(lives, 9)
    add(placeOfOther('giai-the'), 'parent_does_not_live', ['b', 'a'])
    add(placeOfOther('lap-b'), 'parent_does_not_live', ['b', 'a'])
    add(placeOfOther('doi-ten'), 'does_not_live', ['a'])
    expect(blocks.map(({ at, because }) => [at, because])).toEqual([
      ['act', { act: 'giai-the', how: 'ended', unit: 'a' }],
      ['act', { act: 'lap-b', how: 'opened', unit: 'b' }],
      ['act', { act: 'doi-ten', how: 'stands', unit: null }],
    ])
  })
  it('knows by which other act a unit is not there on a day', () => {
    const away = (unit: string, day: string, own = 'nay') => whyAway(unit, lives.get(unit), plainDate(day), own)
    expect(away('a', '2021-01-01')).toEqual({ act: 'giai-the', how: 'ended', unit: 'a' })
    expect(away('a', '2009-12-31')).toEqual({ act: 'lap', how: 'opened', unit: 'a' })
    expect(away('a', '2015-01-01')).toBeUndefined()
    expect(away('a', '2021-01-01', 'giai-the')).toBeUndefined()
    expect(away('c', '2021-01-01')).toBeUndefined()
  })
})
