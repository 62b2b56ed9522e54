import type { z } from 'zod'
import { contains, type HistoricalDate, type Period, type PlainDate } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import { formatNumber } from '#kernel/contract/text.ts'
import { lowerFirst } from '../first-letter.rules.ts'
import type { ActKind, Decision } from '../words.contract.ts'
import type { ToldAct } from './act.contract.ts'
import { type AnnexLine, annexesOf, type Listed } from './annex.rules.ts'

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

/** The titles of the columns of every list. */
export const paperTitles = [
  'TT',
  'Tổ chức đảng',
  'Loại hình',
  'Cấp trên trước đó',
  'Cấp trên từ ngày có hiệu lực',
  'Ghi chú',
] as const

/** One list attached to a decision, in the words of the paper; in Vietnamese whatever the screen speaks. */
export interface Paper {
  /** "Phụ lục 2", where there are several. */
  readonly number: string | null
  readonly kind: 'DANH SÁCH'
  readonly about: string
  readonly citation: string
  /** That the decision was revoked, and by which paper. */
  readonly revoked: string | null
  /** What stands in the columns after the first, which counts them. */
  readonly lines: readonly { readonly unitId: string; readonly cells: readonly string[] }[]
  readonly sum: string
}

/** The lists attached to the decision of an act. `type` names a type of unit. */
export function papersOf(
  act: Listed & Pick<ToldAct, 'kind' | 'effective' | 'decision' | 'revoked'>,
  type: (code: string) => string,
): readonly Paper[] {
  const annexes = annexesOf(act)
  const since = effectiveOn(act.effective)
  return annexes.map(({ to, lines }, at) => ({
    number: annexes.length > 1 ? `Phụ lục ${at + 1}` : null,
    kind: 'DANH SÁCH',
    about: [
      to ? `tổ chức đảng chuyển về trực thuộc ${to.name ?? '…'}` : `tổ chức đảng ${paper[act.kind]}`,
      ...(since === null ? [] : [`có hiệu lực từ ${since}`]),
    ].join(', '),
    citation: `(${citation(act.decision)})`,
    revoked: act.revoked && `Đã thu hồi theo ${cited(act.revoked)}; danh sách không có hiệu lực`,
    lines: lines.map((line) => ({
      unitId: line.unit.id,
      cells: [
        line.unit.name ?? '…',
        type(line.type),
        line.before ? (line.before.name ?? '…') : '',
        line.after ? (line.after.name ?? '…') : '',
        noteOnPaper(line, type),
      ],
    })),
    sum: `Danh sách này có ${formatNumber(lines.length, 'vi')} tổ chức đảng.`,
  }))
}

/** Names types of unit as they were called on a day, or last called where the day has none of that code. */
export function typeOnPaper(
  types: readonly { readonly code: string; readonly name: Sentence; readonly valid: Period }[],
  on: PlainDate,
): (code: string) => string {
  return (code) => {
    const same = types.filter((type) => type.code === code)
    return (same.find(({ valid }) => contains(valid, on)) ?? same.at(-1))?.name.vi ?? ''
  }
}

/** A day as a paper writes it: "ngày 01 tháng 3 năm 2023". */
export function longDate(on: PlainDate): string {
  return `ngày ${on.slice(8)} ${longMonth(on)}`
}

function longMonth(on: PlainDate): string {
  const [year, month] = on.split('-')
  // January and February keep their nought, so that no digit can be put before them.
  return `tháng ${Number(month) > 2 ? String(Number(month)) : month} năm ${year}`
}

/** The effective date as far as it is known; null where nobody knows it. */
function effectiveOn({ on, precision }: HistoricalDate): string | null {
  if (precision === 'day') return longDate(on)
  if (precision === 'month') return longMonth(on)
  return precision === 'year' ? `năm ${on.slice(0, 4)}` : null
}

/** "Kèm theo Quyết định số 47-QĐ/ĐUK, ngày 15 tháng 02 năm 2023 của …". */
export function citation(decision: z.infer<typeof Decision> | null): string {
  return decision === null ? 'Chưa có văn bản' : `Kèm theo ${cited(decision)}`
}

function cited({ kind, symbol, on, organ }: z.infer<typeof Decision>): string {
  return [
    `${kind ?? 'văn bản'}${symbol ? ` số ${symbol}` : ''}`,
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
    was.typed === null ? '' : `Trước là ${lowerFirst(type(was.typed))}`,
  ]
    .filter(Boolean)
    .join('; ')
}
