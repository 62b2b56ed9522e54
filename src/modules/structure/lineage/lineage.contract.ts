import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { ActLine, KnownPeriod, UnitId } from '../words.contract.ts'

/** A unit in the picture of who went on in whom. */
export const LineageUnit = z.object({
  id: UnitId,
  life: KnownPeriod,
  /** Its names with the periods in which it bore them, each end as exactly as it is known; `covered: false` is drawn dotted. */
  stretches: z.array(
    KnownPeriod.extend({
      name: z.string().nullable(),
      type: z.string(),
      covered: z.boolean(),
    }),
  ),
  illustrative: z.boolean(),
})
export type LineageUnit = z.infer<typeof LineageUnit>

/** Who went on in whom: all predecessors and successors of a unit, through any number of acts. */
export const lineage = query('structure.lineage', {
  input: z.object({
    unitId: UnitId,
    /** Towards predecessors, successors, or both. */
    direction: z.enum(['back', 'on', 'both']).default('both'),
    /** At most so many acts away. */
    steps: z.int().min(1).max(100).default(50),
    /** What was believed at the end of this day ("theo số liệu ghi nhận đến ngày"); what is believed now when absent. */
    knownOn: PlainDate.optional(),
  }),
  output: z.object({
    unitId: UnitId,
    units: z.array(LineageUnit),
    edges: z.array(z.object({ from: UnitId, to: UnitId, actId: z.uuid() })),
    acts: z.array(ActLine),
    /** Acts that touched a unit and join none of these (a name, a type, what no source tells more of), in order of time. */
    others: z.array(z.object({ unitId: UnitId, act: ActLine })),
  }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['domain 2.1', 'domain 2.4'],
})
