import { expect, test } from 'vitest'
import { fieldChanges } from './difference.rules.ts'

test('with both states only what differs is told, field by field', () => {
  expect(
    fieldChanges({ name: 'A', of: { type: 'x', since: '2020-01-01' } }, { name: 'B', of: { type: 'x', since: null } }),
  ).toEqual([
    { path: ['name'], before: 'A', after: 'B' },
    { path: ['of', 'since'], before: '2020-01-01', after: null },
  ])
})

test('with one state everything that holds something is told', () => {
  expect(fieldChanges(null, { name: 'B', shortName: '', below: false })).toEqual([
    { path: ['name'], before: undefined, after: 'B' },
    { path: ['below'], before: undefined, after: false },
  ])
  expect(fieldChanges({ name: 'A' }, null)).toEqual([{ path: ['name'], before: 'A', after: undefined }])
})

test('short lists of things are opened, plain and long ones stand as a whole', () => {
  const long = Array.from({ length: 13 }, (_, at) => ({ at }))
  expect(fieldChanges(null, { seats: [{ who: 'Lan' }], codes: ['a', 'b'], long })).toEqual([
    { path: ['seats', '1', 'who'], before: undefined, after: 'Lan' },
    { path: ['codes'], before: undefined, after: ['a', 'b'] },
    { path: ['long'], before: undefined, after: long },
  ])
})

test('nothing changed is nothing told', () => {
  expect(fieldChanges(undefined, null)).toEqual([])
  expect(fieldChanges({ a: [1] }, { a: [1] })).toEqual([])
})

test('a deed that is one plain value is told as that', () => {
  expect(fieldChanges(null, 'Quyết định 12')).toEqual([{ path: [''], before: undefined, after: 'Quyết định 12' }])
})
