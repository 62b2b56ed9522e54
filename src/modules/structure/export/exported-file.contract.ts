import { z } from 'zod'
import { DatePrecision, HistoricalDate, PlainDate } from '#kernel/contract/dates.ts'
import { ActKind, Decision, Source, UnitId } from '../words.contract.ts'

/** A unit as a file tells of it, on the file's day. */
export const ExportedUnit = z.strictObject({
  id: UnitId,
  /** The nearest superior in the file; null where none is. */
  parentId: UnitId.nullable(),
  name: z.string(),
  shortName: z.string().nullable(),
  type: z.string(),
  /** Names of the superiors in the file, the highest first. */
  path: z.array(z.string()),
  /** The first day of its life, as exactly as it is known. */
  from: z.strictObject({ on: PlainDate, precision: DatePrecision }),
  /** Its symbol in documents. */
  symbol: z.string().nullable(),
  seat: z.string().nullable(),
  /** Cells below it; null where no source says. */
  cells: z.int().nullable(),
  /** What is said of it is invented (demo). */
  illustrative: z.boolean(),
  /** False: no source covers this day. */
  covered: z.boolean(),
})
export type ExportedUnit = z.infer<typeof ExportedUnit>

/** An act that touched units of the file, until its day. */
const ExportedAct = z.strictObject({
  id: z.uuid(),
  kind: ActKind,
  effective: HistoricalDate,
  decision: Decision.nullable(),
  source: Source,
  units: z.array(z.strictObject({ id: UnitId, part: z.enum(['opened', 'changed', 'ended']) })),
})
export type ExportedAct = z.infer<typeof ExportedAct>

/** The units of a day, the acts that made them so, and who goes on in whom. */
export const ExportedFile = z.strictObject({
  format: z.literal('lienchi-units/1'),
  asOf: PlainDate,
  /** What was believed at the end of this day; null: what is believed now. */
  knownOn: PlainDate.nullable(),
  /** Only this unit and what stands below it; null: the whole organisation. */
  under: UnitId.nullable(),
  types: z.array(
    z.strictObject({ code: z.string(), name: z.strictObject({ vi: z.string(), en: z.string() }), isCell: z.boolean() }),
  ),
  units: z.array(ExportedUnit),
  /** Units that acts and lineage name and that are not among `units`: they ended, or stand elsewhere. `name` is null where it is restricted. */
  others: z.array(z.strictObject({ id: UnitId, name: z.string().nullable() })),
  acts: z.array(ExportedAct),
  lineage: z.array(z.strictObject({ actId: z.uuid(), from: UnitId, to: UnitId })),
})
export type ExportedFile = z.infer<typeof ExportedFile>
