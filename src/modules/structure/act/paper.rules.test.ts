import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import { citation, longDate, noteOnPaper, papersOf, typeOnPaper } from './paper.rules.ts'

describe('the words on the paper', () => {
  it('write a day as the Party’s papers do: a nought before 1 and 2 of the month', () => {
    expect(longDate(plainDate('2023-03-01'))).toBe('ngày 01 tháng 3 năm 2023')
    expect(longDate(plainDate('2025-02-03'))).toBe('ngày 03 tháng 02 năm 2025')
    expect(longDate(plainDate('2024-10-15'))).toBe('ngày 15 tháng 10 năm 2024')
  })
  it('cite what is known of a decision and nothing else', () => {
    const whole = { kind: 'Quyết định', symbol: '47-QĐ/ĐUK', on: plainDate('2023-02-15'), organ: 'Đảng uỷ Khối' }
    expect(citation(whole)).toBe('Kèm theo Quyết định số 47-QĐ/ĐUK, ngày 15 tháng 02 năm 2023 của Đảng uỷ Khối')
    expect(citation({ kind: 'Nghị quyết', symbol: null, on: null, organ: null })).toBe('Kèm theo Nghị quyết')
    expect(citation(null)).toBe('Chưa có văn bản')
  })
  it('say what a unit was', () => {
    const unit = { id: '1', name: 'Chi bộ Mới' }
    const line = {
      unit,
      part: 'changed' as const,
      type: 'a',
      before: null,
      after: null,
      named: 'Chi bộ Cũ',
      typed: 'b',
      into: [],
    }
    expect(noteOnPaper(line, () => 'Chi bộ cơ sở')).toBe('Trước là Chi bộ Cũ; Trước là chi bộ cơ sở')
    expect(noteOnPaper({ ...line, part: 'ended', named: null, typed: null }, String)).toBe('Kết thúc hoạt động')
    expect(noteOnPaper({ ...line, part: 'ended', named: null, typed: null, into: [unit] }, String)).toBe(
      'Kết thúc hoạt động; chuyển thành Chi bộ Mới',
    )
  })
})

type Decided = Parameters<typeof papersOf>[0]['revoked']

describe('a list on the paper', () => {
  const link = (id: string, name: string | null = `Tổ chức ${id}`) => ({ id, name })
  const moved = (id: string, to: string) => ({
    unit: link(id),
    part: 'changed' as const,
    type: 'chi_bo',
    parent: link(to),
    before: { name: `Tổ chức ${id}`, type: 'chi_bo', parent: link('9', null) },
  })
  const act = (
    on: string,
    precision: 'day' | 'month' | 'year' | 'unknown',
    units = [moved('1', '5')],
    revoked: Decided = null,
  ) =>
    papersOf(
      {
        kind: 'reparent',
        effective: { on: plainDate(on), precision },
        decision: { kind: 'Quyết định', symbol: '1-QĐ', on: null, organ: null },
        revoked,
        units,
        lineage: [],
      },
      () => 'Chi bộ',
    )
  it('has its number only beside others, its lines in the order of the columns, and its sum', () => {
    const [only, ...none] = act('2023-03-01', 'day')
    expect(none).toEqual([])
    expect(only).toEqual({
      number: null,
      kind: 'DANH SÁCH',
      about: 'tổ chức đảng được chuyển giao, có hiệu lực từ ngày 01 tháng 3 năm 2023',
      citation: '(Kèm theo Quyết định số 1-QĐ)',
      revoked: null,
      lines: [{ unitId: '1', cells: ['Tổ chức 1', 'Chi bộ', '…', 'Tổ chức 5', ''] }],
      sum: 'Danh sách này có 1 tổ chức đảng.',
    })
    const two = act('2023-03-01', 'day', [moved('1', '5'), moved('2', '6')])
    expect(two.map(({ number, about }) => [number, about.slice(0, 49)])).toEqual([
      ['Phụ lục 1', 'tổ chức đảng chuyển về trực thuộc Tổ chức 5, có h'],
      ['Phụ lục 2', 'tổ chức đảng chuyển về trực thuộc Tổ chức 6, có h'],
    ])
  })
  it('says that it was revoked, and by which paper', () => {
    const paper = { kind: 'Quyết định', symbol: '2-QĐ', on: plainDate('2023-04-01'), organ: null }
    expect(act('2023-03-01', 'day', [moved('1', '5')], paper)[0]!.revoked).toBe(
      'Đã thu hồi theo Quyết định số 2-QĐ, ngày 01 tháng 4 năm 2023; danh sách không có hiệu lực',
    )
  })
  it('says no more of the effective date than is known', () => {
    const since = (precision: 'month' | 'year' | 'unknown') => act('1953-06-01', precision)[0]!.about
    expect(since('month')).toContain('có hiệu lực từ tháng 6 năm 1953')
    expect(since('year')).toContain('có hiệu lực từ năm 1953')
    expect(since('unknown')).toBe('tổ chức đảng được chuyển giao')
  })
  it('names a type as it was called on the day', () => {
    const type = (vi: string, from: string, until: string | null) => ({
      code: 'a',
      name: { vi, en: vi },
      valid: { from: plainDate(from), until: until === null ? null : plainDate(until) },
    })
    const types = [type('Liên chi', '1948-01-01', '2007-01-01'), type('Chi bộ', '2007-01-01', null)]
    expect(typeOnPaper(types, plainDate('1950-01-01'))('a')).toBe('Liên chi')
    expect(typeOnPaper(types, plainDate('1940-01-01'))('a')).toBe('Chi bộ')
  })
})
