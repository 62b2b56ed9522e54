import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import { citation, longDate, noteOnPaper } from './paper.rules.ts'

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
