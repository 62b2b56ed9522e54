import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { GroundDocument } from '../grant/grant.contract.ts'

/**
 * Opens a mandate of inspection or complaint: a named team reads, for its period, what the role of inspection reads in a unit (and below).
 * What is read under it the overseer sees at once, and the persons concerned when it closes, at the latest on `shownOn`, the day that the
 * regulation of the mandate sets.
 */
export const openMandate = command('access.open-mandate', {
  input: z.object({
    kind: z.enum(['inspection', 'complaint']),
    name: z.string().trim().min(5).max(300),
    document: GroundDocument,
    unitId: z.uuid(),
    reach: z.enum(['own', 'below']).default('below'),
    from: PlainDate,
    /** The first day without it. */
    until: PlainDate,
    shownOn: PlainDate,
    team: z.array(z.uuid()).min(1).max(30),
  }),
  output: z.object({ mandateId: z.uuid() }),
  permission: 'granted',
  units: ['unitId'],
  reads: 'records',
  articles: ['design 3', 'domain 8.4'],
  refusals: ['unknown_account', 'not_to_oneself', 'ends_before_it_begins', 'over_already', 'shown_too_late'],
})
