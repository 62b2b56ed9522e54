import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Sentence } from '#kernel/contract/problem.ts'

/** The role sets: what each holds, what it gives, and which of them the asker may give somewhere. */
export const roles = query('access.roles', {
  input: z.object({}),
  output: z.object({
    roles: z.array(
      z.object({
        code: z.string(),
        name: Sentence,
        /** Capabilities by name, `module.*` or `*`. */
        verbs: z.array(z.string()),
        needs: z.enum(['any', 'unit', 'whole']),
        inside: z.boolean(),
        secondFactor: z.boolean(),
        /** Whether the asker may give it, in one capacity or another. */
        mayGive: z.boolean(),
      }),
    ),
  }),
  permission: 'signed-in',
  reads: 'settings',
  articles: ['design 5'],
})
