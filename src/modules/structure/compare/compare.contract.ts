import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { ActLine, UnitId, UnitLink } from '../words.contract.ts'

/** How many units of a type came or went. */
const Step = z.object({ type: z.string(), came: z.int(), went: z.int() })

/**
 * What changed under a unit between two days, and why: totals by type on both days, the acts between them with what each added and took
 * away (their sum is the difference), the units that began, ended, changed or moved, and the cells of the first day by the tree of the
 * first day and by the tree of the second.
 */
export const compare = query('structure.compare', {
  input: z.object({ under: UnitId, from: PlainDate, until: PlainDate }).refine(({ from, until }) => from < until, {
    path: ['until'],
    params: { vi: 'Ngày sau phải sau ngày trước.', en: 'The second day must come after the first.' },
  }),
  output: z.object({
    under: UnitLink,
    from: PlainDate,
    until: PlainDate,
    /**
     * Whether sources say what stood below the unit on each day. False: what is counted for that day is not all there was (chưa có tư
     * liệu). A day on which the unit does not live is covered: nothing stood below it.
     */
    covered: z.object({ from: z.boolean(), until: z.boolean() }),
    /** Units under the unit asked, by type; `invented`: some of those counted are (demo). */
    totals: z.array(z.object({ type: z.string(), before: z.int(), after: z.int(), invented: z.boolean() })),
    /** Acts between the days, in order, with what came and went by each; `null`: on that day no act was found for it. */
    acts: z.array(z.object({ act: ActLine.nullable(), on: PlainDate, steps: z.array(Step) })),
    changes: z.array(
      z.object({
        unit: UnitLink,
        /** `came`, `went`: into or out of what stands under the unit asked, by a move. */
        what: z.enum(['opened', 'ended', 'came', 'went', 'renamed', 'retyped', 'moved']),
        on: PlainDate,
        from: z.string().nullable(),
        to: z.string().nullable(),
        actId: z.uuid().nullable(),
      }),
    ),
    /** There are more changes than are listed. */
    more: z.boolean(),
    /** Cells of the first day under each direct subordinate of either day: by the tree then, and by where they stand on the second day. */
    thenAndNow: z.array(
      z.object({
        unit: UnitLink,
        byTreeThen: z.int(),
        byTreeNow: z.int(),
        /** Invented units (demo) are among them. */
        invented: z.boolean(),
      }),
    ),
    /** Cells of the first day that stand under the unit asked no more. */
    gone: z.int(),
  }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['design 4'],
})
