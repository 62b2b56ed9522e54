import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { HistoricalDate, PlainDate } from '#kernel/contract/dates.ts'
import { Sentence } from '#kernel/contract/problem.ts'
import { Source, UnitId } from '../words.contract.ts'

/** A figure that a document states, in that document's own definition. */
export const PublishedFigure = z.object({
  id: z.uuid(),
  measure: z.string(),
  value: z.int(),
  /** `about` khoảng · `nearly` gần · `over` hơn. */
  qualifier: z.enum(['exact', 'about', 'nearly', 'over']),
  asOf: HistoricalDate,
  definition: Sentence,
  asWritten: z.string().nullable(),
  source: Source,
  /** For an edit: the version that was seen. */
  version: z.int(),
  /** Entered here, so that it may be amended. */
  entered: z.boolean(),
  /** A document was added (structure.figure-file). */
  hasFile: z.boolean(),
  /** The same measure computed from the tree on the figure's own day (the last day of its month or year); null where its day is unknown, no module counts it, or no source says what there was to count. */
  computed: z.int().nullable(),
  /** Invented units (demo) are among those counted: a likeness proves nothing. */
  computedInvented: z.boolean(),
  /** computed − published; null without a computed one. Shown, never smoothed away. */
  difference: z.int().nullable(),
})
export type PublishedFigure = z.infer<typeof PublishedFigure>

/** Counts of a unit on a day: by type and by measure, with what documents state beside what the tree gives. */
export const figures = query('structure.figures', {
  input: z.object({
    unitId: UnitId,
    asOf: PlainDate.optional(),
    /** What was believed at the end of this day ("theo số liệu ghi nhận đến ngày"); what is believed now when absent. */
    knownOn: PlainDate.optional(),
  }),
  output: z.object({
    unitId: UnitId,
    asOf: PlainDate,
    /** Null where no source says what there was to count (chưa có tư liệu). */
    byType: z.array(
      z.object({ type: z.string(), direct: z.int().nullable(), below: z.int().nullable(), invented: z.boolean() }),
    ),
    /** `invented`: units that are invented (demo) are among those counted. */
    measures: z.array(z.object({ measure: z.string(), computed: z.int().nullable(), invented: z.boolean() })),
    published: z.array(PublishedFigure),
  }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['domain 2.1', 'domain 2.3'],
})
