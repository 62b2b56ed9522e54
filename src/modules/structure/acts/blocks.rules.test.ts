import { describe, expect, it } from 'vitest'
import { type HistoricalDate, plainDate } from '#kernel/contract/dates.ts'
import { type BlockWords, blockSentence, plainWords } from './blocks.rules.ts'
import type { Block } from './plan-blocks.rules.ts'
import { toldAct } from './told-act.rules.ts'

const both = (text: string) => ({ vi: text, en: text })
const words: BlockWords = {
  kind: 'divide',
  name: (id) => `Chi bộ ${id}`,
  act: (id) => (id === 'ghi' ? both('sáp nhập từ 01/03/2023 (Quyết định 12-QĐ/ĐUK)') : null),
  thing: ({ thing }) => both(thing),
}
const block = (more: Partial<Block>): Block => ({ at: 'act', code: 'does_not_live', units: [], ...more })
const said = (more: Partial<Block>, by = words) => blockSentence(block(more), by)

describe('why an act cannot be entered', () => {
  it('is said with the units it is about, the first three by name', () => {
    expect(said({ units: ['1'] }).vi).toBe('Tổ chức không hoạt động vào ngày có hiệu lực: Chi bộ 1.')
    expect(said({ code: 'circle', units: ['1', '2', '3', '4', '5'] }).vi).toBe(
      'Tổ chức trực thuộc chính mình: Chi bộ 1, Chi bộ 2, Chi bộ 3 và 2 tổ chức khác.',
    )
    expect(said({ code: 'not_this_kind' }).en).toMatch(/^Divide: .*\.$/)
  })
  it('names what begins only after its unit has ended, and its first day', () => {
    const belonging = {
      family: 'organ' as const,
      thing: 'Ban Tổ chức',
      unitId: '1',
      valid: { from: plainDate('2024-03-01'), until: null },
    }
    expect(said({ code: 'belongs_later', units: ['1'], belonging })).toEqual({
      vi: 'Ban Tổ chức của Chi bộ 1 bắt đầu ngày 01/03/2024, sau ngày kết thúc.',
      en: 'Ban Tổ chức of Chi bộ 1 begins on 01/03/2024, after the unit has ended.',
    })
    expect(said({ code: 'belongs_to_it', units: ['1'], belonging }).vi).toBe(
      'Ban Tổ chức thuộc Chi bộ 1, tổ chức sẽ không còn trong hệ thống.',
    )
  })
  it('counts who is left under a unit that ends, and names the first', () => {
    const left = (children: number) => ({
      code: 'living_children' as const,
      units: Array.from({ length: children + 1 }, (_, i) => String(i)),
    })
    expect(said(left(13))).toEqual({
      vi: 'Chi bộ 0 còn 13 tổ chức trực thuộc chưa được sắp xếp: Chi bộ 1, Chi bộ 2, Chi bộ 3 và 10 tổ chức khác.',
      en: 'Chi bộ 0 ends, and 13 units still stand under it: Chi bộ 1, Chi bộ 2, Chi bộ 3 and 10 more.',
    })
    expect(said(left(2)).vi).toBe('Chi bộ 0 còn 2 tổ chức trực thuộc chưa được sắp xếp: Chi bộ 1, Chi bộ 2.')
  })
  it('tells the act that is in the way', () => {
    const because = (how: 'ended' | 'opened' | 'stands', unit: string | null) => ({
      because: { act: 'ghi', how, unit },
    })
    expect(said({ units: ['1'], ...because('ended', '1') }).vi).toBe(
      'Tổ chức không hoạt động vào ngày có hiệu lực: Chi bộ 1. Chi bộ 1 kết thúc hoạt động theo việc đã ghi: sáp nhập từ 01/03/2023 (Quyết định 12-QĐ/ĐUK).',
    )
    expect(said({ units: ['1'], ...because('opened', '1') }).vi).toContain(
      'Chi bộ 1 được lập theo việc đã ghi: sáp nhập',
    )
    expect(said({ units: ['1'], ...because('stands', null) }).vi).toBe(
      'Việc đã ghi của ngày sau không thực hiện được nữa, vì khi đó tổ chức không hoạt động: Chi bộ 1. Vướng việc đã ghi: sáp nhập từ 01/03/2023 (Quyết định 12-QĐ/ĐUK).',
    )
    expect(said({ units: ['1'], because: { act: 'chưa ghi', how: 'ended', unit: '1' } }).vi).toBe(
      'Tổ chức không hoạt động vào ngày có hiệu lực: Chi bộ 1.',
    )
  })
  it('is the reason alone where the place tells whom it is about', () => {
    const plain = plainWords('establish')
    expect(said({ units: ['1'] }, plain).vi).toBe('Tổ chức không hoạt động vào ngày có hiệu lực.')
    expect(said({ code: 'living_children', units: ['1', '2'] }, plain).vi).toBe(
      'Tổ chức còn 1 tổ chức trực thuộc chưa được sắp xếp.',
    )
  })
})

describe('an act within a sentence', () => {
  const decision = { kind: 'Quyết định', symbol: '12-QĐ/ĐUK', on: null, organ: null }
  const told = (precision: HistoricalDate['precision'], paper: typeof decision | null = decision) =>
    toldAct({ kind: 'merge_into', effective: { on: plainDate('1953-06-01'), precision }, decision: paper }).vi
  it('is its kind, its day as far as it is known, and its paper', () => {
    expect(told('day')).toBe('sáp nhập từ 01/06/1953 (Quyết định 12-QĐ/ĐUK)')
    expect(told('month', null)).toBe('sáp nhập từ tháng 6/1953')
    expect(told('year', null)).toBe('sáp nhập từ năm 1953')
    expect(told('not_later', null)).toBe('sáp nhập không muộn hơn 01/06/1953')
    expect(told('unknown', null)).toBe('sáp nhập chưa rõ ngày')
  })
})
