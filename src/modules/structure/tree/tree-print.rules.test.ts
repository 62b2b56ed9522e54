import { expect, it } from 'vitest'
import { numbered } from './tree-print.rules.ts'

const unit = (id: string, parentId: string | null) => ({
  id,
  parentId,
  name: id,
  type: 't',
  figure: 0,
  figureInvented: false,
  covered: true,
  illustrative: false,
})

it('numbers the printed list by level under its subject', () => {
  const lines = numbered([
    unit('top', null),
    unit('a', 'top'),
    unit('a1', 'a'),
    unit('b', 'top'),
    unit('b1', 'b'),
    unit('b2', 'b'),
  ])
  expect(lines.map(({ unit: one, number }) => `${number} ${one.id}`)).toEqual([
    '1 a',
    '1.1 a1',
    '2 b',
    '2.1 b1',
    '2.2 b2',
  ])
  expect(numbered([])).toEqual([])
})
