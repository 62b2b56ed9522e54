import { describe, expect, it } from 'vitest'
import { EnteredKind } from '../words.contract.ts'
import { ActInput } from './act-input.contract.ts'
import { compose } from './compose.rules.ts'
import { canBeHeld, draftOf } from './draft-of.rules.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const opened = (n: number) => ({ id: id(n), type: 'chi_bo', name: `Chi bộ ${n}`, parentId: id(9) })
const act = (kind: EnteredKind, more: object): ActInput =>
  ActInput.parse({ kind, effective: '2024-02-01', decision: { kind: 'Quyết định', symbol: '1-QĐ/ĐU' }, ...more })
const into = (from: number, to: number) => ({ from: id(from), to: id(to) })

/** What people enter, each kind once. */
const entered: Record<EnteredKind, ActInput> = {
  establish: act('establish', { opens: [opened(5)], changes: [{ unitId: id(3), parentId: id(5) }] }),
  rename: act('rename', { changes: [{ unitId: id(1), name: 'Đảng bộ Mới', shortName: null }] }),
  retype: act('retype', { changes: [{ unitId: id(1), type: 'dang_bo_co_so' }] }),
  reparent: act('reparent', {
    changes: [
      { unitId: id(1), parentId: id(9) },
      { unitId: id(2), parentId: id(9) },
    ],
  }),
  merge_new: act('merge_new', {
    opens: [{ ...opened(5), shortName: 'CB 5' }],
    ends: [id(1), id(2)],
    lineage: [into(1, 5), into(2, 5)],
    changes: [{ unitId: id(3), parentId: id(5) }],
    organs: [{ id: id(7), to: id(5) }],
  }),
  merge_into: act('merge_into', { ends: [id(1)], lineage: [into(1, 6)], note: 'Theo đề án' }),
  divide: act('divide', { opens: [opened(5)], ends: [id(1)], lineage: [into(1, 5), into(1, 6)] }),
  separate: act('separate', { opens: [opened(5)], lineage: [into(1, 5)] }),
  end: act('end', { ends: [id(1)], changes: [{ unitId: id(3), parentId: id(9) }] }),
}

describe('an entered act taken up by the wizard', () => {
  it.each(EnteredKind.options)('says the same act again: %s', (kind) => {
    expect(compose(draftOf(entered[kind]))).toEqual(entered[kind])
    expect(canBeHeld(entered[kind])).toBe(true)
  })
  it('is one however its units are ordered', () => {
    const { changes, lineage, ...rest } = entered.merge_new
    expect(canBeHeld({ ...rest, changes, lineage: lineage.toReversed() })).toBe(true)
  })
  it('is not one where its steps could not say all of it', () => {
    const moved = act('rename', { changes: [{ unitId: id(1), name: 'Đảng bộ Mới', parentId: id(9) }] })
    expect(canBeHeld(moved)).toBe(false)
    const hidden = act('establish', { opens: [{ ...opened(5), restricted: true }] })
    expect(canBeHeld(hidden)).toBe(false)
  })
})
