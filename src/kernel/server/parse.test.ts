import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { parseInput } from './parse.ts'
import { problemOf } from './problems.ts'
import type { Refusal } from './refusal.ts'

function refusalOf(field: z.ZodType, value: unknown): Refusal {
  const contract = query('proof.parse', {
    input: z.object({ field }),
    output: z.object({}),
    permission: 'anyone',
    reads: 'settings',
    articles: [],
  })
  try {
    parseInput(contract, value)
  } catch (refusal) {
    return refusal as Refusal
  }
  throw new Error('it was taken')
}
const said = (field: z.ZodType, value?: unknown) => refusalOf(field, { field: value }).details.issues

describe('what is wrong at one place of an input', () => {
  const text = z.string().min(3).max(5)
  it.each([
    [text, undefined, 'Chưa có nội dung này.', 'This is missing.'],
    [text, null, 'Chưa có nội dung này.', 'This is missing.'],
    [z.string().min(1), '', 'Chưa có nội dung này.', 'This is missing.'],
    [text, 7, 'Phải là chữ.', 'This must be text.'],
    [text, 'ab', 'Ngắn quá: cần ít nhất 3 ký tự.', 'Too short: at least 3 characters.'],
    [text, 'abcdef', 'Dài quá: nhiều nhất 5 ký tự.', 'Too long: at most 5 characters.'],
    [z.string().regex(/^a/), 'b', 'Không đúng mẫu quy định.', 'Not in the form that is asked for.'],
    [z.int().max(20), 1.5, 'Phải là số nguyên.', 'This must be a whole number.'],
    [z.int().max(20), '5', 'Phải là số.', 'This must be a number.'],
    [z.int().max(20_000), 20_001, 'Lớn quá: không được quá 20.000.', 'Too big: at most 20,000.'],
    [z.int().min(1), 0, 'Nhỏ quá: phải từ 1 trở lên.', 'Too small: at least 1.'],
    [z.int().positive(), 0, 'Nhỏ quá: phải lớn hơn 0.', 'Too small: it must be more than 0.'],
    [z.number().lt(2), 2, 'Lớn quá: phải nhỏ hơn 2.', 'Too big: it must be less than 2.'],
    [z.boolean(), 'x', 'Phải là có hoặc không (true hoặc false).', 'This must be yes or no (true or false).'],
    [z.array(z.string()).max(1), ['a', 'b'], 'Nhiều quá: nhiều nhất 1 mục.', 'Too many: at most 1 items.'],
    [z.array(z.string()).min(2), ['a'], 'Ít quá: cần ít nhất 2 mục.', 'Too few: at least 2 items.'],
    [z.array(z.string()), 'a', 'Phải là một danh sách.', 'This must be a list.'],
    [z.object({}), 'a', 'Phải gồm các mục có tên.', 'This must be a group of named fields.'],
    [z.enum(['a', 'b']), 'c', 'Không có trong danh mục; chỉ nhận: a, b.', 'Not in the list; it takes only: a, b.'],
    [
      PlainDate,
      '2023-02-30',
      'Không phải một ngày có trong lịch; ghi năm-tháng-ngày, ví dụ 2010-12-31.',
      'Not a day of the calendar; write year-month-day, as in 2010-12-31.',
    ],
    [PlainDate, '0000-01-01', 'Ngày không hợp lệ.', 'Not a day of the calendar.'],
    [z.uuid(), 'c1', 'Không phải một mã định danh (UUID).', 'Not an identifier (UUID).'],
    [z.email(), 'c1', 'Không phải địa chỉ thư điện tử.', 'Not an e-mail address.'],
    [z.union([z.int(), z.boolean()]), 'x', 'Nội dung này chưa đúng.', 'This is not right.'],
  ])('is said plainly in both languages (%#)', (field, value, vi, en) => {
    expect(said(field, value)?.[0]).toEqual({ at: 'field', why: { vi, en } })
  })

  it('is said without a place where the whole input is no input', () => {
    const refusal = refusalOf(z.string(), 'x')
    expect(problemOf(refusal, 'vi', new Map()).detail).toBe('Phải gồm các mục có tên.')
    expect(problemOf(refusalOf(z.string(), {}), 'en', new Map()).detail).toBe('field: This is missing.')
  })
})
