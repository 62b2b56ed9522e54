import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import type { Stretch } from '../timeline.rules.ts'
import type { ActInput } from './act-input.contract.ts'
import { goingsOf, unitsOf } from './effect.rules.ts'

const [march, april] = [plainDate('2023-03-01'), plainDate('2023-04-01')]
const stretch = (from: string, until: string | null, more: Partial<Stretch> = {}) =>
  ({
    type: 'chi_bo',
    name: 'A',
    shortName: null,
    parent: 'r',
    valid: { from: plainDate(from), until: until === null ? null : plainDate(until) },
    ...more,
  }) as Stretch
const link = (id: string) => ({ id, name: `Tên ${id}` })
const opening = (id: string, name: string) => ({ id, name, type: 'chi_bo', parentId: 'r', restricted: false })
const acting = (...opens: ActInput['opens']) => ({ opens }) as unknown as ActInput
const always = stretch('2010-01-01', null)
const until = (day: string) => [stretch('2010-01-01', day)]

describe('what an act does to units', () => {
  it('is told against what was, of a new act', () => {
    const effect = unitsOf(
      [
        { unitId: 'n', before: [], after: [stretch('2023-03-01', null, { name: 'Mới' })] },
        { unitId: 'e', before: [always], after: until('2023-03-01') },
        { unitId: 'c', before: [always], after: [always, stretch('2023-03-01', null, { parent: 'n' })].slice(1) },
      ],
      acting(opening('n', 'Mới')),
      { was: march, is: march },
      link,
    )
    expect(effect.opens.map(({ id }) => id)).toEqual(['n'])
    expect(effect.ends.map(({ unit }) => unit.id)).toEqual(['e'])
    expect(effect.changes).toEqual([{ unit: link('c'), field: 'parent', from: 'Tên r', to: 'Tên n' }])
    expect([effect.gone, effect.returns]).toEqual([[], []])
  })
  it('is told against what is entered, of a correction that also moves the day', () => {
    const effect = unitsOf(
      [
        // Opened and ended by both versions: nothing to tell but the name.
        {
          unitId: 'n',
          before: [stretch('2023-03-01', null, { name: 'Sai' })],
          after: [stretch('2023-04-01', null, { name: 'Đúng' })],
        },
        { unitId: 'e', before: until('2023-03-01'), after: until('2023-04-01') },
        // No longer in the act: the one it had opened, the one it had ended.
        { unitId: 'g', before: [stretch('2023-03-01', null)], after: [] },
        { unitId: 'b', before: until('2023-03-01'), after: [always] },
        { unitId: 'm', before: [], after: [stretch('2023-04-01', null)] },
      ],
      acting(opening('n', 'Đúng'), opening('m', 'A')),
      { was: march, is: april },
      link,
    )
    expect(effect.changes).toEqual([{ unit: link('n'), field: 'name', from: 'Sai', to: 'Đúng' }])
    expect(effect.opens.map(({ id }) => id)).toEqual(['m'])
    expect(effect.ends).toEqual([])
    expect(effect.gone).toEqual([{ unit: link('g'), type: 'chi_bo' }])
    expect(effect.returns).toEqual([{ unit: link('b'), type: 'chi_bo' }])
  })
})

describe('what an act does to what belongs to units', () => {
  const done = (thing: string, to: string | null) => ({ family: 'organ' as const, thing, unitId: 'u', to, until: null })
  const move = (thing: string, to: string | null) => ({
    belonging: { family: 'organ' as const, thing, unitId: 'u', valid: { from: march, until: null } },
    on: march,
    to,
  })
  it('leaves out what it has done already, and lets stay what it does no more', () => {
    const goings = goingsOf(
      [move('same', 'x'), move('other', null), move('new', 'x')],
      [done('same', 'x'), done('other', 'x'), done('stays', null)],
    )
    expect(goings.map(({ thing, to }) => [thing, to])).toEqual([
      ['other', null],
      ['new', 'x'],
      ['stays', 'u'],
    ])
  })
})
