import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Instant } from '#kernel/contract/dates.ts'
import { Sentence } from '#kernel/contract/problem.ts'

/** What was tried and refused (401, 403, 409, 422), newest first, for the overseer of the journal; without what was typed. */
export const attempts = query('access.attempts', {
  input: z.object({
    capability: z.string().max(100).optional(),
    status: z.union([z.literal(401), z.literal(403), z.literal(409), z.literal(422)]).optional(),
    accountId: z.uuid().optional(),
    before: z.uuid().optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({
    attempts: z.array(
      z.object({
        id: z.uuid(),
        triedAt: Instant,
        /** Null: nobody was signed in. */
        account: z.object({ id: z.uuid(), name: z.string() }).nullable(),
        capability: z.string(),
        title: Sentence,
        status: z.int(),
        code: z.string(),
      }),
    ),
    next: z.uuid().nullable(),
  }),
  permission: 'granted',
  reads: 'records',
  articles: ['design 3'],
})
