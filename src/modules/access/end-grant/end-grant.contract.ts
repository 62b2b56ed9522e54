import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { GroundDocument } from '../grant/grant.contract.ts'

/**
 * Ends a grant: from `on` (today when absent) it holds no more, from the next request in every process; what was handed on from it ends
 * with it. One that had not begun is withdrawn. The holder of a grant may end what was handed on from it.
 */
export const endGrant = command('access.end-grant', {
  input: z.object({
    grantId: z.uuid(),
    /** The first day without it; never before today, for what was done by it stays done. */
    on: PlainDate.optional(),
    reason: z.string().trim().min(3).max(500),
    document: GroundDocument.nullable().default(null),
  }),
  output: z.object({}),
  permission: 'granted',
  units: 'of-the-record',
  reads: 'records',
  articles: ['design 5'],
  refusals: ['not_to_oneself', 'not_yours_to_give', 'day_is_past', 'ended_already', 'last_administrator'],
})
