import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Instant } from '#kernel/contract/dates.ts'
import { Sentence } from '#kernel/contract/problem.ts'

/** What happened, newest first, within the actor's reach; in pages by the entry's number. */
export const journal = query('access.journal', {
  input: z.object({
    unitId: z.uuid().optional(),
    /** `unit:<id>`, `figure:<id>` … */
    subject: z.string().max(100).optional(),
    capability: z.string().max(100).optional(),
    /** Entries before this one (the last of the page before). */
    before: z.int().positive().optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({
    entries: z.array(
      z.object({
        id: z.int(),
        capability: z.string(),
        title: z.object({ vi: z.string(), en: z.string() }),
        actorName: z.string().nullable(),
        /** The role in which the person acted; where it is no role that can be given, what was written. */
        capacity: Sentence.nullable(),
        recordedAt: Instant,
        writtenAt: Instant,
        units: z.array(z.object({ id: z.uuid(), name: z.string().nullable() })),
        subjects: z.array(z.string()),
        /** The grant by which it was done; ask for all that was done by it with the subject `as:<id>`. */
        grantId: z.string().nullable(),
        input: z.unknown(),
        before: z.unknown(),
        after: z.unknown(),
        ground: z.unknown(),
        /** Whether the entry lies in a sealed block of the chain. */
        sealed: z.boolean(),
      }),
    ),
    /** Ask again with `before` = this to go on; null at the end. */
    next: z.int().nullable(),
  }),
  permission: 'granted',
  reads: 'records',
  articles: ['design 3', 'domain 8.4'],
})
