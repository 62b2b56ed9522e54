import { z } from 'zod'
import { type OutputOf, query } from '#kernel/contract/contract.ts'
import { Instant } from '#kernel/contract/dates.ts'
import { ActInput } from '../acts/act-input.contract.ts'
import { ActLine, UnitLink } from '../words.contract.ts'

/**
 * One act with everything it did: the units it opened, changed and ended with their names of the day, who goes on in whom. Of a revoked one
 * what it had done, as it was entered: the units that it had opened are no units any more.
 */
export const act = query('structure.act', {
  input: z.object({ actId: z.uuid() }),
  output: ActLine.extend({
    version: z.int(),
    /** Who entered it; null where it came with a history. */
    enteredBy: z.string().nullable(),
    enteredAt: Instant,
    units: z.array(
      z.object({
        unit: UnitLink,
        /** False: it is no unit any more, for a revoked act had opened it. */
        stands: z.boolean(),
        part: z.enum(['opened', 'changed', 'ended']),
        type: z.string(),
        /** Superior of the day, after the act; of a unit that ends, before it. */
        parent: UnitLink.nullable(),
        /** What was before, where the act changed it. */
        before: z.object({ name: z.string().nullable(), type: z.string(), parent: UnitLink.nullable() }).nullable(),
      }),
    ),
    lineage: z.array(z.object({ from: UnitLink, to: UnitLink })),
    belongings: z.array(
      z.object({
        family: z.enum(['organ', 'counterpart', 'fact', 'alias']),
        name: z.string(),
        unit: UnitLink,
        to: UnitLink.nullable(),
      }),
    ),
    /** As it was entered, for correcting it; null where it came with a history or was revoked. */
    input: ActInput.nullable(),
    /** What the reader may do with it. */
    may: z.array(z.string()),
  }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['design 4'],
})

/** What an act did, without who entered it and what may be done about it. */
export type ToldAct = Pick<OutputOf<typeof act>, keyof ActLine | 'units' | 'lineage' | 'belongings'>
