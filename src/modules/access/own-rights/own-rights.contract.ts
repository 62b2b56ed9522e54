import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Instant } from '#kernel/contract/dates.ts'
import { ShownGrant } from '../grant/grant.contract.ts'

/** What one may, since when and whence: every grant one holds or held, what each lets one see and change, whom one handed it on to. */
export const ownRights = query('access.own-rights', {
  input: z.object({}),
  output: z.object({
    accountId: z.uuid(),
    grants: z.array(
      ShownGrant.extend({
        state: z.enum(['coming', 'in_force', 'ended']),
        sees: z.array(z.string()),
        changes: z.array(z.string()),
        recordedAt: Instant,
        /** Who stands in by it, now or later. */
        handedTo: z.array(
          z.object({
            grantId: z.uuid(),
            name: z.string(),
            valid: ShownGrant.shape.valid,
            reason: z.string().nullable(),
          }),
        ),
        may: z.array(z.enum(['access.hand-on'])),
      }),
    ),
  }),
  permission: 'account',
  reads: 'records',
  articles: ['design 5', 'domain 8'],
})
