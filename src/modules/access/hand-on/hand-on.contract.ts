import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { GroundDocument } from '../grant/grant.contract.ts'

/**
 * Hands a grant on for a period, with the reason: another person stands in for its holder with the same role on the same unit. Done by the
 * holder, or by somebody who may give the role. It ends with its period or with the holder's own grant, and is handed on no further.
 */
export const handOn = command('access.hand-on', {
  input: z.object({
    grantId: z.uuid(),
    accountId: z.uuid(),
    from: PlainDate,
    /** The first day without it. */
    until: PlainDate,
    reason: z.string().trim().min(3).max(500),
    document: GroundDocument.nullable().default(null),
  }),
  output: z.object({ grantId: z.uuid() }),
  permission: 'granted',
  units: 'of-the-record',
  reads: 'records',
  articles: ['design 5'],
  refusals: [
    'unknown_account',
    'not_yours_to_give',
    'not_to_oneself',
    'handed_on_already',
    'mandate_is_personal',
    'longer_than_its_own',
    'ends_before_it_begins',
    'over_already',
  ],
})
