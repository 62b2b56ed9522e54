import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { UnitId } from '../words.contract.ts'

/** Which one figure stands beside each unit of the tree. */
export const TreeFigure = z.enum(['cells', 'grassroots', 'direct', 'below'])
export type TreeFigure = z.infer<typeof TreeFigure>

/** A unit in the tree on the day asked. */
export const TreeUnit = z.object({
  id: UnitId,
  /** The nearest superior that is listed. */
  parentId: UnitId.nullable(),
  name: z.string(),
  type: z.string(),
  /** The figure asked for, of this day; null where no source says what there was to count (chưa có tư liệu). */
  figure: z.int().nullable(),
  /** Invented units (demo) are among those counted. */
  figureInvented: z.boolean(),
  /** False: no source covers this day ("chưa có tư liệu"). */
  covered: z.boolean(),
  /** What is said of it is invented (demo). */
  illustrative: z.boolean(),
})
export type TreeUnit = z.infer<typeof TreeUnit>

/**
 * The tree on a day: of the whole organisation or under one unit; parents before children, siblings in the order of type and name.
 * Restricted units out of reach are not listed, and what stands below them hangs on the nearest superior that is; figures count them.
 */
export const tree = query('structure.tree', {
  input: z.object({
    /** The anchor date; today when absent. */
    asOf: PlainDate.optional(),
    /** What was believed at the end of this day ("theo số liệu ghi nhận đến ngày"); what is believed now when absent. */
    knownOn: PlainDate.optional(),
    /** Only this unit and what stands below it. */
    under: UnitId.optional(),
    /** At most so many levels below the top of the answer. */
    levels: z.int().min(0).max(20).optional(),
    /** Only units of these types, with the superiors that lead to them. */
    types: z.array(z.string()).max(50).optional(),
    figure: TreeFigure.default('cells'),
  }),
  output: z.object({
    asOf: PlainDate,
    figure: TreeFigure,
    /** Before the first source of the organisation, or after its last: nothing stands on this day. */
    units: z.array(TreeUnit),
  }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['138-QĐ/TW, Đ9.1', 'domain 2.1'],
})
