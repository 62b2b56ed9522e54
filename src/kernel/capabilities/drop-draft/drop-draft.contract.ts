import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'

/** Forgets one's own draft (it was sent, or is not wanted). */
export const dropDraft = command('kernel.drop-draft', {
  input: z.object({ capability: z.string().max(100), key: z.string().max(200).default('') }),
  output: z.object({}),
  permission: 'account',
  reads: 'settings',
  journal: 'none',
  articles: ['ui: nothing is lost by a closed tab'],
})
