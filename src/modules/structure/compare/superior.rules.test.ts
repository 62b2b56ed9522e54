import { expect, it } from 'vitest'
import { commonSuperior } from './superior.rules.ts'

type Units = Parameters<typeof commonSuperior>[0]['units']

const link = (id: string | null) => (id === null ? null : { id, name: id })
const unit = (id: string, parent: string | null, before?: string | null): Units[number] => ({
  unit: { id, name: id },
  stands: true,
  part: before === undefined ? 'opened' : 'changed',
  type: 'chi_bo',
  parent: link(parent),
  before: before === undefined ? null : { name: id, type: 'chi_bo', parent: link(before) },
})

it('the nearest common superior of an act is the one unit above all it touched, before and after', () => {
  expect(commonSuperior({ units: [unit('a', 'p'), unit('b', 'p', 'p')] })?.id).toBe('p')
  expect(commonSuperior({ units: [unit('a', 'p'), unit('a1', 'a', 'b'), unit('b', 'p')] })?.id).toBe('p')
})

it('is not told where several stand above, or none', () => {
  expect(commonSuperior({ units: [unit('a', 'p', 'q')] })).toBeNull()
  expect(commonSuperior({ units: [unit('a', null), unit('b', 'p')] })).toBeNull()
  expect(commonSuperior({ units: [unit('a', null)] })).toBeNull()
  expect(commonSuperior({ units: [] })).toBeNull()
  expect(commonSuperior({ units: [{ ...unit('a', null), parent: { id: 'p', name: null } }] })).toBeNull()
})
