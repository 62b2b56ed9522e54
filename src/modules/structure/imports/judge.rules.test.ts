import { describe, expect, it } from 'vitest'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { type Layout, understandHeads } from './heads.rules.ts'
import { judge } from './judge.rules.ts'
import type { Ground } from './judged.rules.ts'

const uuid = (no: number) => `00000000-0000-8000-8000-00000000000${no}`
const unit = (no: number, parent: number | null, name: string, type = 'o') => ({
  id: uuid(no),
  parentId: parent === null ? null : uuid(parent),
  name,
  shortName: null,
  type,
  from: '2010-01-01' as PlainDate,
})
const ground: Ground = {
  under: uuid(1),
  effective: '2024-01-01' as PlainDate,
  units: [
    unit(1, null, 'Gốc', 'r'),
    unit(2, 1, 'Cục A'),
    unit(3, 2, 'Chi bộ Một', 'c'),
    unit(4, 1, 'Cục B'),
    unit(5, 4, 'Chi bộ Một', 'c'),
    unit(6, 4, 'Chi bộ Hai', 'c'),
    unit(7, 4, 'Chi bộ Hai', 'c'),
  ],
  types: [
    { code: 'o', names: ['Cục'], otherNames: [] },
    { code: 'c', names: ['Chi bộ trực thuộc'], otherNames: ['Chi bộ'] },
  ],
  frame: { mayStandUnder: (type, parent) => (parent === 'r' ? type === 'o' : parent === 'o' && type === 'c') },
}

function judged(lines: readonly (readonly string[])[]) {
  const layout = understandHeads([['Mã', 'Tên', 'Tên viết tắt', 'Loại', 'Cấp trên', 'Mã cấp trên']]) as Layout
  return judge(lines, 2, layout, ground).map(({ no, verdict, faults, changes }) => [
    no,
    verdict,
    ...faults.map(({ place, code }) => `${place} ${code}`),
    ...changes.filter(() => verdict === 'changed').map(({ field, to }) => `${field} ${to}`),
  ])
}

describe('a row', () => {
  it('whose superior is called as others are is told to give the id; so is a unit with namesakes beside it', () => {
    expect(
      judged([
        ['', 'Tổ', '', 'Chi bộ', 'Chi bộ Một', ''],
        ['', 'Chi bộ Hai', '', '', 'Cục B', ''],
        [uuid(6), 'Chi bộ Hai', '', '', 'cuc b', ''],
      ]),
    ).toEqual([
      [2, 'refused', 'E2 ambiguous_superior'],
      [3, 'refused', 'B3 ambiguous_name'],
      [4, 'same'],
    ])
  })

  it('finds its superior however it is called: by the old or the new name, by a key of the list, by a row further down', () => {
    expect(
      judged([
        [uuid(3), 'Chi bộ Một', '', '', 'Cục C', uuid(2)],
        [uuid(2), 'Cục C', '', '', '', ''],
        ['', 'Chi bộ Ba', '', 'Chi bộ', 'Cục C', ''],
        ['', 'Chi bộ Tư', '', 'Chi bộ', 'Cục A', ''],
        ['', 'Chi bộ Năm', '', 'Chi bộ', '', 'd'],
        ['d', 'Cục D', '', 'Cục', '', ''],
      ]),
    ).toEqual([
      [2, 'same'],
      [3, 'changed', 'name Cục C'],
      [4, 'new'],
      [5, 'new'],
      [6, 'new'],
      [7, 'new'],
    ])
  })

  it('that stands under itself is refused with all that hang on it, and a unit put below its own subordinate', () => {
    expect(
      judged([
        ['a', 'Cục X', '', 'Cục', '', 'b'],
        ['b', 'Cục Y', '', 'Cục', '', 'a'],
        ['', 'Chi bộ Z', '', 'Chi bộ', '', 'a'],
        [uuid(2), 'Cục A', '', '', '', uuid(3)],
      ]).map(([no, verdict, why]) => [no, verdict, why]),
    ).toEqual([
      [2, 'refused', 'F2 circle'],
      [3, 'refused', 'F3 circle'],
      [4, 'refused', 'F4 circle'],
      [5, 'refused', 'F5 circle'],
    ])
  })

  it('keeps what it does not say, and takes the short name away where its cell is empty', () => {
    const layout = understandHeads([['Tên', 'Mã']]) as Layout
    expect(judge([['Cục A', uuid(2)]], 2, layout, ground)[0]).toMatchObject({ verdict: 'same' })
    const short = { ...ground, units: ground.units.map((one) => ({ ...one, shortName: 'CA' })) }
    const full = understandHeads([['Tên', 'Mã', 'Tên viết tắt']]) as Layout
    expect(judge([['Cục A', uuid(2), '']], 2, full, short)[0]).toMatchObject({
      verdict: 'changed',
      changes: [{ field: 'shortName', place: 'C2', from: 'CA', to: null }],
    })
    expect(judge([['Cục A', uuid(2)]], 2, layout, short)[0]).toMatchObject({ verdict: 'same' })
  })
})
