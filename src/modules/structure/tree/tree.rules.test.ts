import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange, hangingNowhere, hangOnShown, keepOfTypes, type TreeRow } from './tree.rules.ts'

const row = (id: string, parentId: string | null, type = 'chi_bo'): TreeRow => ({
  id,
  parentId,
  type,
  name: id,
  covered: true,
  illustrative: false,
})
const ranks = new Map([
  ['cap_tren_co_so', 50],
  ['dang_bo_co_so', 60],
  ['chi_bo', 90],
])
const ids = (rows: readonly TreeRow[]) => rows.map(({ id }) => id).join(' ')

describe('the order of the tree', () => {
  it('puts each superior before what stands below it, depth first', () => {
    expect(
      ids(arrange([row('b', null), row('b1', 'b'), row('a', null), row('a1', 'a'), row('b11', 'b1')], ranks)),
    ).toBe('b b1 b11 a a1')
  })
  it('puts siblings by the rank of their type, then in the order given', () => {
    const rows = [
      row('r', null),
      row('z', 'r'),
      row('y', 'r', 'dang_bo_co_so'),
      row('x', 'r'),
      row('w', 'r', 'cap_tren_co_so'),
    ]
    expect(ids(arrange(rows, ranks))).toBe('r w y z x')
  })
  it('puts a type without a rank last', () => {
    expect(ids(arrange([row('r', null), row('a', 'r', 'unheard'), row('b', 'r')], ranks))).toBe('r b a')
  })
  it('begins at the unit asked, whose superior is not in the answer', () => {
    expect(ids(arrange([row('b', 'a'), row('b1', 'b')], ranks, 'b'))).toBe('b b1')
  })
  it('goes at most so many levels below the top', () => {
    const rows = [row('a', null), row('b', 'a'), row('c', 'b')]
    expect([0, 1, 2].map((levels) => ids(arrange(rows, ranks, undefined, levels)))).toEqual(['a', 'a b', 'a b c'])
  })
  it('is empty where nothing stands', () => expect(arrange([], ranks)).toEqual([]))
})

describe('a superior that is not shown', () => {
  const rows = [row('a', null), row('c', 'b'), row('d', 'c'), row('x', 'y')]
  const lines = new Map([
    ['c', ['a', 'b', 'c']],
    ['x', ['y', 'x']],
  ])
  const hung = hangOnShown(rows, lines)
  it('leaves its units hanging nowhere', () => expect(ids(hangingNowhere(rows))).toBe('c x'))
  it('is none where the top is asked', () => expect(ids(hangingNowhere([row('b', 'a'), row('b1', 'b')], 'b'))).toBe(''))
  it('gives way to the nearest one above it', () => expect(hung.find(({ id }) => id === 'c')?.parentId).toBe('a'))
  it('leaves a root where none above it is shown', () => expect(hung.find(({ id }) => id === 'x')?.parentId).toBeNull())
  it('loses nobody', () => expect(ids(arrange(hung, ranks))).toBe('a c d x'))
})

describe('units of the asked types', () => {
  const tree = [row('r', null, 'x'), row('a', 'r', 'y'), row('a1', 'a', 'z'), row('b', 'r', 'y'), row('b1', 'b', 'w')]
  it('come with the superiors that lead to them', () => expect(ids(keepOfTypes(tree, new Set(['z'])))).toBe('r a a1'))
  it('may be superiors themselves', () => expect(ids(keepOfTypes(tree, new Set(['y'])))).toBe('r a b'))
  it('are none where no unit has them', () => expect(keepOfTypes(tree, new Set(['q']))).toEqual([]))
  it('are all where all types are asked', () => expect(keepOfTypes(tree, new Set(['x', 'y', 'z', 'w']))).toEqual(tree))
})

/** A random forest: each unit stands under one before it, or is a root. */
const forests = fc
  .array(fc.record({ up: fc.nat(), type: fc.constantFrom('cap_tren_co_so', 'dang_bo_co_so', 'chi_bo') }), {
    maxLength: 30,
  })
  .map((list) =>
    list.map(({ up, type }, i) => row(`u${i}`, up % (i + 1) === 0 ? null : `u${(up % (i + 1)) - 1}`, type)),
  )

describe('any tree', () => {
  it('is shown whole, each unit once and after its superior', () => {
    fc.assert(
      fc.property(forests, (rows) => {
        const shown = arrange(rows, ranks)
        expect(new Set(shown.map(({ id }) => id)).size).toBe(rows.length)
        shown.forEach(({ parentId }, i) => {
          if (parentId !== null) expect(shown.slice(0, i).some(({ id }) => id === parentId)).toBe(true)
        })
      }),
    )
  })
  it('keeps superiors of whatever it keeps', () => {
    fc.assert(
      fc.property(forests, (rows) => {
        const kept = new Set(keepOfTypes(arrange(rows, ranks), new Set(['chi_bo'])).map(({ id }) => id))
        for (const { id, parentId, type } of rows) {
          if (type === 'chi_bo') expect(kept.has(id)).toBe(true)
          if (kept.has(id) && parentId !== null) expect(kept.has(parentId)).toBe(true)
        }
      }),
    )
  })
})
