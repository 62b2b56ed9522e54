import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Instant } from '#kernel/contract/dates.ts'
import { ShownGrant } from '../grant/grant.contract.ts'

/** One account: how it signs in, every grant within reach it ever held and whence, and what may be done about it. */
export const account = query('access.account', {
  input: z.object({ accountId: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    username: z.string(),
    displayName: z.string(),
    /** The recorded time of the act that made it, as the journal has it. */
    createdAt: Instant,
    grants: z.array(
      ShownGrant.extend({
        state: z.enum(['coming', 'in_force', 'ended']),
        /** What the asker may do about this grant. */
        may: z.array(z.enum(['access.end-grant', 'access.hand-on'])),
      }),
    ),
    /** What the asker may do about this account. */
    may: z.array(z.string()),
  }),
  permission: 'granted',
  reads: 'personal',
  articles: ['design 5', 'domain 8.4'],
})
