import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import { EnteredKind } from '../words.contract.ts'
import { bookOf, pathOf, typeAbove } from './book.rules.ts'
import { emptyDraft } from './compose.rules.ts'
import { conservationOf } from './conservation.rules.ts'
import { allocated, nameIn, targetsOf } from './targets.rules.ts'
import { typesUnder } from './types.rules.ts'
import {
  isReady,
  leftOver,
  likelyResult,
  reachable,
  stepOfBlock,
  stepsOf,
  toAllocate,
  type WizardDraft,
  withKind,
} from './wizard.rules.ts'

const unit = (id: string, parentId: string | null, type: string) => ({ id, name: `Tổ chức ${id}`, type, parentId })
const book = bookOf([
  unit('r', null, 'goc'),
  unit('a', 'r', 'dang_bo'),
  unit('b', 'r', 'dang_bo'),
  unit('a1', 'a', 'chi_bo'),
  unit('a2', 'a', 'chi_bo'),
])
const isCell = (type: string) => type === 'chi_bo'
const draft = (more: Partial<WizardDraft>): WizardDraft => ({
  ...emptyDraft,
  effective: plainDate('2024-02-01'),
  rules: [],
  ...more,
})
const said = likelyResult('n', draft({ kind: 'merge_new', originals: ['a', 'b'] }), book)

describe('the steps of the wizard', () => {
  it('leave out the allocation where nothing can stand below, and the results where there are none', () => {
    const ids = (more: Partial<WizardDraft>) => stepsOf(draft(more), book, isCell)
    expect(ids({ kind: 'merge_new', originals: ['a1', 'a2'] })).not.toContain('phan-bo')
    expect(ids({ kind: 'merge_new', originals: ['a', 'b'] })).toContain('phan-bo')
    expect(ids({ kind: 'end', originals: ['a'] })).not.toContain('ket-qua')
    expect(ids({ kind: 'rename', originals: ['a'] })).not.toContain('phan-bo')
  })
  it('are shown no further than what is complete', () => {
    const steps = stepsOf(draft({ kind: 'merge_new' }), book, isCell)
    expect(reachable(steps, draft({}), 'dien-tap')).toBe('viec')
    expect(reachable(steps, draft({ kind: 'merge_new', originals: ['a1'] }), 'dien-tap')).toBe('to-chuc')
    const whole = draft({ kind: 'merge_new', originals: ['a1', 'a2'], results: [{ ...said, name: 'Chi bộ Mới' }] })
    expect(reachable(steps, whole, 'dien-tap')).toBe('dien-tap')
    expect(reachable(steps, whole, 'khong-co')).toBe('viec')
  })
  it('ask of each kind what it needs', () => {
    expect(isReady('ket-qua', draft({ kind: 'reparent' }))).toBe(false)
    expect(isReady('ket-qua', draft({ kind: 'divide', results: [{ ...said, name: 'Một' }] }))).toBe(false)
    expect(isReady('to-chuc', draft({ kind: 'divide', originals: ['a', 'b'] }))).toBe(false)
    for (const kind of EnteredKind.options) expect(isReady('viec', draft({ kind }))).toBe(true)
  })
  it('lead from a block to where it can be mended', () => {
    const steps = stepsOf(draft({ kind: 'divide', originals: ['a'] }), book, isCell)
    const at = (place: string, code = 'does_not_live') =>
      stepOfBlock({ at: place, code }, draft({ kind: 'divide', originals: ['a'] }), steps)
    expect(at('ends.0', 'living_children')).toBe('phan-bo')
    expect(at('ends.0')).toBe('to-chuc')
    expect(at('ends.0', 'belongs_later')).toBe('viec')
    expect(at('opens.1.type')).toBe('ket-qua')
    expect(at('changes.3.parentId')).toBe('phan-bo')
    expect(at('act')).toBeNull()
    const renaming = draft({ kind: 'rename', originals: ['a'] })
    expect(stepOfBlock({ at: 'changes.0', code: 'changes_nothing' }, renaming, steps)).toBe('ket-qua')
  })
})

describe('the draft of the wizard', () => {
  it('keeps its units when the kind changes, and a founding stands below the unit one comes from', () => {
    const changed = withKind(draft({ kind: 'divide', originals: ['a'], allocation: { a1: 'n' } }), 'establish')
    expect(changed).toMatchObject({ originals: ['a'], allocation: {}, receiver: 'a' })
    expect(withKind(changed, 'merge_into').receiver).toBeNull()
  })
  it('expects a new unit at the place of the first original, of the type they share', () => {
    expect(said).toMatchObject({ type: 'dang_bo', parentId: 'r' })
    expect(likelyResult('n', draft({ kind: 'end', originals: ['a', 'a1'] }), book).type).toBe('')
  })
})

describe('the allocation', () => {
  it('is of those directly under an original who do not end themselves', () => {
    const divided = draft({ kind: 'divide', originals: ['a'] })
    expect(toAllocate(divided, book).map(({ id }) => id)).toEqual(['a1', 'a2'])
    expect(leftOver({ ...divided, allocation: { a1: 'n' } }, book)).toBe(1)
    expect(toAllocate(draft({ kind: 'end', originals: ['a', 'a1'] }), book).map(({ id }) => id)).toEqual(['a2'])
    expect(leftOver(draft({ kind: 'separate', originals: ['a'] }), book)).toBe(0)
  })
  it('goes to results, to what is chosen besides, and of a mere end to the superior', () => {
    expect(targetsOf(draft({ kind: 'divide', originals: ['a'], results: [said] }), book, ['b'])).toEqual(['n', 'b'])
    expect(targetsOf(draft({ kind: 'end', originals: ['a'] }), book, [])).toEqual(['r'])
    expect(nameIn(draft({ results: [{ ...said, name: ' Mới ' }] }), book, 'n')).toBe('Mới')
    expect(nameIn(draft({}), book, 'b')).toBe('Tổ chức b')
  })
  it('puts and takes back, and leaves the others where they are', () => {
    expect(allocated({ a1: 'n' }, ['a2'], 'm')).toEqual({ a1: 'n', a2: 'm' })
    expect(allocated({ a1: 'n', a2: 'm' }, ['a1'], null)).toEqual({ a2: 'm' })
  })
})

describe('what the wizard looks up', () => {
  it('is the path of a unit, the highest first', () => {
    expect(pathOf(book, 'a1')).toEqual(['Tổ chức r', 'Tổ chức a'])
    expect(pathOf(book, 'khong-co')).toEqual([])
  })
  it('is the types of the day that may stand under another, or without a superior', () => {
    const valid = { from: plainDate('2007-04-11'), until: null }
    const ended = { from: plainDate('1948-01-01'), until: plainDate('2007-04-11') }
    const frame = {
      types: [
        { code: 'dang_bo', valid, mayBeRoot: true },
        { code: 'chi_bo', valid, mayBeRoot: false },
        { code: 'lien_chi', valid: ended, mayBeRoot: true },
      ],
      under: [{ type: 'chi_bo', parentType: 'dang_bo', valid }],
    }
    expect(typesUnder(frame, 'dang_bo', plainDate('2024-01-15'))).toEqual(['chi_bo'])
    expect(typesUnder(frame, null, plainDate('2024-01-15'))).toEqual(['dang_bo'])
    expect(typesUnder(frame, undefined, plainDate('2024-01-15'))).toEqual(['dang_bo', 'chi_bo'])
    const above = (id: string) => typeAbove(book, book.byId.get(id))
    expect([above('a1'), above('r'), above('khong-co')]).toEqual(['dang_bo', null, undefined])
  })
  it('is whether what was, with what begins, without what ends, is what is', () => {
    const two = Array.from({ length: 2 }, () => ({ unit: { id: 'a', name: null }, type: 'chi_bo' }))
    const one = [{ id: 'n', name: 'Mới', type: 'chi_bo', parent: null }]
    const counts = [{ type: 'chi_bo', before: 2, after: 1 }]
    expect(conservationOf({ counts, opens: one, ends: two }).holds).toBe(true)
    expect(conservationOf({ counts, opens: [], ends: two }).holds).toBe(false)
  })
})
