import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EnteredKind } from '../words.contract.ts'
import { ActInput } from './act-input.contract.ts'
import { type ActDraft, allocateByRules, compose, emptyDraft } from './compose.rules.ts'
import { checkShape } from './kinds.rules.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const result = (n: number, more = {}) => ({
  id: id(n),
  existing: false,
  name: `Chi bộ ${n}`,
  shortName: '',
  type: 'chi_bo',
  parentId: id(9),
  ...more,
})
const draft = (more: Partial<ActDraft>): ActDraft => ({ ...emptyDraft, effective: '2024-02-01' as never, ...more })
const two = [id(1), id(2)]

/** What a person chooses for each kind, complete. */
const complete: Record<EnteredKind, ActDraft> = {
  establish: draft({ kind: 'establish', results: [result(5)], allocation: { [id(3)]: id(5) } }),
  rename: draft({
    kind: 'rename',
    originals: [id(1)],
    changes: { [id(1)]: { name: ' Đảng bộ Mới ', shortName: null, type: '' } },
  }),
  retype: draft({
    kind: 'retype',
    originals: [id(1)],
    changes: { [id(1)]: { name: '', shortName: null, type: 'dang_bo_co_so' } },
  }),
  reparent: draft({ kind: 'reparent', originals: two, receiver: id(9) }),
  merge_new: draft({ kind: 'merge_new', originals: two, results: [result(5)], allocation: { [id(3)]: id(5) } }),
  merge_into: draft({ kind: 'merge_into', originals: two, results: [result(5, { existing: true })] }),
  divide: draft({
    kind: 'divide',
    originals: [id(1)],
    results: [result(5), result(6)],
    allocation: { [id(3)]: id(5), [id(4)]: id(6) },
  }),
  separate: draft({ kind: 'separate', originals: [id(1)], results: [result(5)], allocation: { [id(3)]: id(5) } }),
  end: draft({ kind: 'end', originals: [id(1)], allocation: { [id(3)]: id(9) } }),
}

describe('the act that a draft says', () => {
  it.each(EnteredKind.options)('is one of its kind: %s', (kind) => {
    const act = compose(complete[kind])!
    expect(ActInput.parse(act)).toEqual(act)
    expect(checkShape(act)).toEqual([])
  })
  it('is none before kind, day and decision are chosen', () => {
    expect(compose(emptyDraft)).toBeNull()
    expect(compose({ ...complete.rename, effective: null })).toBeNull()
    expect(compose({ ...complete.rename, decision: { ...emptyDraft.decision, kind: ' ' } })).toBeNull()
  })
  it('lets nobody move who ends', () => {
    const both = draft({ kind: 'end', originals: [id(1), id(3)], allocation: { [id(3)]: id(9), [id(4)]: id(9) } })
    expect(compose(both)!.changes).toEqual([{ unitId: id(4), parentId: id(9) }])
  })
  it('keeps names composed and without blanks around them', () => {
    const change = { name: '  Đảng bộ Mới '.normalize('NFD'), shortName: '', type: '' }
    expect(compose({ ...complete.rename, changes: { [id(1)]: change } })!.changes).toEqual([
      { unitId: id(1), name: 'Đảng bộ Mới', shortName: null },
    ])
  })
  it('goes on from each original in each result', () => {
    expect(compose(complete.divide)!.lineage).toEqual([
      { from: id(1), to: id(5) },
      { from: id(1), to: id(6) },
    ])
  })
})

describe('allocation by rules', () => {
  const units = [
    { id: 'a', type: 'x', folded: 'dang bo bo tai chinh' },
    { id: 'b', type: 'y', folded: 'dang bo bo y te' },
    { id: 'c', type: 'y', folded: 'dang bo quoc hoi' },
  ]
  it('lets the first rule that fits decide, and leaves who fits none', () => {
    const rules = [
      { type: 'y', words: ['bo'], to: '1' },
      { type: '', words: ['tai', 'chinh'], to: '2' },
    ]
    expect(allocateByRules(units, rules, { c: '3' })).toEqual({ a: '2', b: '1', c: '3' })
    expect(allocateByRules(units, [{ type: '', words: ['quoc hoi'], to: '4' }], {})).toEqual({ c: '4' })
  })
  it('never takes anybody from where a hand has put them', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2')), (before) => {
        const after = allocateByRules(units, [{ type: '', words: [], to: '9' }], before)
        for (const [unit, to] of Object.entries(before)) expect(after[unit]).toBe(to)
        expect(Object.keys(after).sort()).toEqual(['a', 'b', 'c'])
      }),
    )
  })
})
