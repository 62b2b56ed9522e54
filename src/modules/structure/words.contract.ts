import { z } from 'zod'
import { DatePrecision, HistoricalDate, PlainDate } from '#kernel/contract/dates.ts'
import { Sentence } from '#kernel/contract/problem.ts'

/** A unit's id. */
export const UnitId = z.uuid()

/** A unit named: what a person clicks on. `name` is null where the name is restricted and out of the actor's reach. */
export const UnitLink = z.object({ id: UnitId, name: z.string().nullable() })

/** Where a fact comes from, as shown beside it. */
export const Source = z.object({
  code: z.string(),
  title: Sentence,
  grade: z.enum(['seed', 'found', 'own', 'illustrative', 'entered']),
  address: z.string().nullable(),
})

/** The paper behind an act, as written. */
export const Decision = z.object({
  kind: z.string().nullable(),
  symbol: z.string().nullable(),
  on: PlainDate.nullable(),
  organ: z.string().nullable(),
})

/** The kinds of act that people enter (thành lập, đổi tên, chuyển loại hình, chuyển giao, hợp nhất, sáp nhập, chia, tách, kết thúc hoạt động). */
export const EnteredKind = z.enum([
  'establish',
  'rename',
  'retype',
  'reparent',
  'merge_new',
  'merge_into',
  'divide',
  'separate',
  'end',
])
export type EnteredKind = z.infer<typeof EnteredKind>

/** All kinds of act; `restructure` is one whose form no source gives, `record` the first thing a source says. */
export const ActKind = z.enum([...EnteredKind.options, 'restructure', 'record'])

/** An act as a line of a history. */
export const ActLine = z.object({
  id: z.uuid(),
  kind: ActKind,
  effective: HistoricalDate,
  decision: Decision.nullable(),
  /** The decision by which its own was taken back (thu hồi): the act stays in the book and has no effect. */
  revoked: Decision.nullable(),
  note: Sentence.nullable(),
  source: Source,
})
export type ActLine = z.infer<typeof ActLine>

/** A period as it is known: its ends with their precision; an open end is null. */
export const KnownPeriod = z.object({
  from: PlainDate,
  fromPrecision: DatePrecision,
  until: PlainDate.nullable(),
  untilPrecision: DatePrecision.nullable(),
})
export type KnownPeriod = z.infer<typeof KnownPeriod>
