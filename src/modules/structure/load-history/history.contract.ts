import { z } from 'zod'
import { HistoricalDate, PlainDate } from '#kernel/contract/dates.ts'
import { Sentence } from '#kernel/contract/problem.ts'
import { ActKind } from '../words.contract.ts'

/** A name of a thing inside one history file: lower case, digits, dots and hyphens (`bloc`, `bloc.c07.o03`). */
export const HistoryKey = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/)

/** A code of our own tables of types and kinds (data/structure): `dang_bo_co_so`, `regulation_138`. */
export const StructureCode = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/)

const Name = z.string().trim().min(1).max(300)
const Text = z.strictObject({ vi: Sentence.shape.vi.max(2000), en: Sentence.shape.en.max(2000) })
const Day = z.strictObject(HistoricalDate.shape)

/** A recorded time in UTC, always with milliseconds, so that the order of the texts is the order of the times. */
const RecordedTime = z.iso.datetime({ precision: 3 }).brand('Instant')

/** Where a fact comes from. Everything in a file cites one; `illustrative` sources are invented and shown as such. */
export const HistorySource = z.strictObject({
  key: HistoryKey,
  title: Text,
  /** `seed` a source document of the project · `found` a public page read as an excerpt · `own` unconfirmed · `illustrative` invented. */
  grade: z.enum(['seed', 'found', 'own', 'illustrative']),
  address: z.string().max(500).optional(),
})

/** The paper behind an act, with symbol and organ as they were written. */
export const HistoryDecision = z.strictObject({
  kind: z.string().max(100).describe('Quyết định, Chỉ thị, Nghị quyết …'),
  symbol: z.string().max(100).optional().describe('Số và ký hiệu as written: 47-QĐ/TW'),
  on: PlainDate.optional(),
  organ: Name.optional().describe('The organ that decided: Bộ Chính trị'),
})

/** What a unit is from an act's day on: a new unit needs all of it, a change only what changes. */
const UnitState = z.strictObject({
  unit: HistoryKey,
  type: StructureCode,
  name: Name,
  shortName: z.string().trim().min(1).max(100).optional(),
  parent: HistoryKey.nullable().describe('null: the unit is a root of the tree we hold'),
  /** `false` where no source covers the time that begins here: a question answers "chưa có tư liệu". */
  covered: z.boolean().default(true),
  /** `false` where no source says what stood below it in the time that begins here: figures that would count it answer so too. */
  belowCovered: z.boolean().default(true),
  /** The name is shown only to those whose grants reach the unit. */
  restricted: z.boolean().default(false),
})

/** No defaults here: what is not named stays as it was. */
const UnitChange = z.strictObject({
  unit: HistoryKey,
  type: StructureCode.optional(),
  name: Name.optional(),
  shortName: z.string().trim().min(1).max(100).nullable().optional(),
  parent: HistoryKey.nullable().optional(),
  covered: z.boolean().optional(),
  belowCovered: z.boolean().optional(),
  restricted: z.boolean().optional(),
})

/**
 * One act of structure. `restructure` is a reorganisation whose exact form no source gives; `record` states what is known from a
 * day on without an act behind it (the first thing a source says of a unit).
 */
export const HistoryAct = z.strictObject({
  key: HistoryKey,
  kind: ActKind,
  effective: Day,
  decision: HistoryDecision.optional(),
  source: HistoryKey,
  note: Text.optional(),
  /** When this was recorded; earlier acts of a file must not be recorded later than the loading itself. */
  recordedAt: RecordedTime.optional(),
  /** Where the entry was first recorded with another effective day: when, and which; `recordedAt` is then when it was corrected. */
  firstRecorded: z.strictObject({ at: RecordedTime, on: PlainDate }).optional(),
  opens: z.array(UnitState).default([]).describe('units that begin on the effective day'),
  changes: z.array(UnitChange).default([]).describe('units that go on with something changed'),
  ends: z.array(HistoryKey).default([]).describe('units whose last day is the day before the effective day'),
  lineage: z
    .array(z.strictObject({ from: HistoryKey, to: HistoryKey }))
    .default([])
    .describe('who goes on in whom'),
})

const During = z.strictObject({
  from: PlainDate,
  until: PlainDate.optional().describe('the first day on which it no longer holds'),
})

/** A dated fact of a unit: `seat`, `document_symbol`, `agency_kind`, `abroad`, `place`, `fulltime_staff` … (structure.fact_kind). */
export const HistoryFact = During.extend({
  unit: HistoryKey,
  kind: StructureCode,
  value: z.string().max(500).describe('as text; numbers in digits, true/false, a choice by its code'),
  source: HistoryKey,
})

/** Another name by which a unit is or was called. */
export const HistoryAlias = During.extend({ unit: HistoryKey, name: Name, source: HistoryKey })

/** A body of a committee (Văn phòng, ban, Uỷ ban Kiểm tra, tổ biên tập): never counted as a Party organisation. */
export const HistoryOrgan = During.extend({
  key: HistoryKey,
  unit: HistoryKey,
  kind: z.string().regex(/^[a-z_]{1,40}$/),
  name: Name,
  aliases: z.array(Name).default([]),
  source: HistoryKey,
})

/** Who stands over against a committee: agency head, leadership, đảng đoàn / ban cán sự, political-social organisation, local committee. */
export const HistoryCounterpart = During.extend({
  key: HistoryKey,
  unit: HistoryKey,
  kind: z.string().regex(/^[a-z_]{1,40}$/),
  name: Name,
  source: HistoryKey,
})

/** A figure that a document states, in its own definition; never overwritten by a computed one. */
export const HistoryFigure = z.strictObject({
  unit: HistoryKey,
  measure: z.string().regex(/^[a-z_]{1,60}$/),
  value: z.int().nonnegative(),
  qualifier: z.enum(['exact', 'about', 'nearly', 'over']).default('exact'),
  asOf: Day,
  definition: Text,
  asWritten: z.string().max(200).optional(),
  source: HistoryKey,
})

/** A whole history in one file. */
export const History = z.strictObject({
  format: z.literal('lienchi-history/1'),
  /** Keys of two files with different names never meet; the same file loaded twice is refused. */
  name: HistoryKey.default('history'),
  title: Text,
  sources: z.array(HistorySource),
  acts: z.array(HistoryAct),
  facts: z.array(HistoryFact).default([]),
  aliases: z.array(HistoryAlias).default([]),
  organs: z.array(HistoryOrgan).default([]),
  counterparts: z.array(HistoryCounterpart).default([]),
  figures: z.array(HistoryFigure).default([]),
})
export type History = z.infer<typeof History>
export type HistoryAct = z.infer<typeof HistoryAct>
