import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Instant } from '#kernel/contract/dates.ts'

/** One's own kept draft, if there is one. */
export const draft = query('kernel.draft', {
  input: z.object({ capability: z.string().max(100), key: z.string().max(200).default('') }),
  output: z.object({ draft: z.object({ value: z.record(z.string(), z.unknown()), savedAt: Instant }).nullable() }),
  permission: 'account',
  reads: 'settings',
  articles: ['ui: nothing is lost by a closed tab'],
})
