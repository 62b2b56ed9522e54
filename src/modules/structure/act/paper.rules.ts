import type { z } from 'zod'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { ActKind, Decision } from '../words.contract.ts'
import type { AnnexLine } from './annex.rules.ts'

/** What a list is about, by the kind of act, as it is written on the paper itself. */
export const paper: Record<z.infer<typeof ActKind>, string> = {
  establish: 'được thành lập',
  rename: 'được đổi tên',
  retype: 'được nâng cấp, chuyển loại hình',
  reparent: 'được chuyển giao',
  merge_new: 'thực hiện hợp nhất',
  merge_into: 'thực hiện sáp nhập',
  divide: 'thực hiện chia',
  separate: 'thực hiện tách',
  end: 'kết thúc hoạt động',
  restructure: 'được sắp xếp, tổ chức lại',
  record: 'theo tư liệu',
}

/** A day as a paper writes it: "ngày 01 tháng 3 năm 2023". */
export function longDate(on: PlainDate): string {
  const [year, month, day] = on.split('-')
  // January and February keep their nought, so that no digit can be put before them.
  const written = Number(month) > 2 ? String(Number(month)) : month
  return `ngày ${day} tháng ${written} năm ${year}`
}

/** "Kèm theo Quyết định số 47-QĐ/ĐUK, ngày 15 tháng 02 năm 2023 của …". */
export function citation(decision: z.infer<typeof Decision> | null): string {
  if (decision === null) return 'Chưa có văn bản'
  const { kind, symbol, on, organ } = decision
  return [
    `Kèm theo ${kind ?? 'văn bản'}${symbol ? ` số ${symbol}` : ''}`,
    [on ? longDate(on) : '', organ ? `của ${organ}` : ''].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(', ')
}

/** At most so many names stand in a cell of the last column. */
const named = 3

/** What the last column says of a unit: that it begins, or ends and in whom it goes on; its former name or type. */
export function noteOnPaper({ part, into, ...was }: AnnexLine, type: (code: string) => string): string {
  const names = into.slice(0, named).map(({ name }) => name ?? '…')
  const others = into.length > named ? ` và ${into.length - named} tổ chức khác` : ''
  return [
    part === 'opened' ? 'Thành lập mới' : part === 'ended' ? 'Kết thúc hoạt động' : '',
    names.length > 0 ? `chuyển thành ${names.join(', ')}${others}` : '',
    was.named === null ? '' : `Trước là ${was.named}`,
    was.typed === null ? '' : `Trước là ${type(was.typed).toLocaleLowerCase('vi')}`,
  ]
    .filter(Boolean)
    .join('; ')
}
