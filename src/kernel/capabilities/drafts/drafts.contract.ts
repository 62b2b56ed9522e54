import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Instant } from '#kernel/contract/dates.ts'

/** One's own kept drafts of a capability, the last kept first, without what they hold. */
export const drafts = query('kernel.drafts', {
  input: z.object({ capability: z.string().max(100) }),
  output: z.object({
    drafts: z.array(
      z.object({
        key: z.string(),
        /** What it is about, as it was said when it was kept. */
        about: z.string().nullable(),
        savedAt: Instant,
      }),
    ),
    /** There are more than are listed. */
    more: z.boolean(),
  }),
  permission: 'account',
  reads: 'settings',
  articles: ['ui: nothing is lost by a closed tab'],
})
