import { describe, expect, it } from 'vitest'
import { annexesOf } from './annex.rules.ts'

const link = (id: string) => ({ id, name: `Tổ chức ${id}` })
type Units = Parameters<typeof annexesOf>[0]['units']
const moved = (id: string, from: string, to: string): Units[number] => ({
  unit: link(id),
  part: 'changed',
  type: 'chi_bo',
  parent: link(to),
  before: { name: `Tổ chức ${id}`, type: 'chi_bo', parent: link(from) },
})
const opened = (id: string, under: string): Units[number] => ({
  unit: link(id),
  part: 'opened',
  type: 'chi_bo',
  parent: link(under),
  before: null,
})
const ended = (id: string, under: string): Units[number] => ({ ...opened(id, under), part: 'ended' })

describe('the lists attached to a decision', () => {
  it('are one where nobody is allocated', () => {
    const [only, ...more] = annexesOf({
      lineage: [{ from: link('1'), to: link('5') }],
      units: [opened('5', '9'), ended('1', '9'), ended('2', '9')],
    })
    expect(more).toEqual([])
    expect(only!.lines.map(({ before, after }) => [before?.id, after?.id])).toEqual([
      ['9', undefined],
      ['9', undefined],
      [undefined, '9'],
    ])
    expect(only!.lines.map(({ into }) => into.length)).toEqual([1, 0, 0])
  })
  it('are one where all come to stand under the same', () => {
    expect(
      annexesOf({ lineage: [], units: [ended('1', '9'), moved('3', '1', '5'), moved('4', '1', '5')] }),
    ).toHaveLength(1)
  })
  it('are one for each result where units are allocated to several', () => {
    const annexes = annexesOf({
      lineage: [],
      units: [ended('1', '9'), moved('3', '1', '5'), moved('4', '1', '6'), moved('7', '1', '6')],
    })
    expect(annexes.map(({ to, lines }) => [to?.id ?? null, lines.length])).toEqual([
      [null, 1],
      ['5', 1],
      ['6', 2],
    ])
  })
  it('says the name and type before where they became others', () => {
    const renamed = { ...moved('3', '9', '9'), before: { name: 'Tên cũ', type: 'dang_bo', parent: link('9') } }
    expect(annexesOf({ lineage: [], units: [renamed] })[0]!.lines[0]).toMatchObject({
      named: 'Tên cũ',
      typed: 'dang_bo',
    })
  })
})
