import { z } from 'zod'
import { Instant, PlainDate } from '#kernel/contract/dates.ts'
import { Sentence } from '#kernel/contract/problem.ts'

/** One reading of personal data. */
export const Reading = z.object({
  id: z.uuid(),
  readAt: Instant,
  reader: z.object({ accountId: z.uuid(), name: z.string() }),
  /** By which grant: role and unit; null where it was read about oneself or by several at once. */
  capacity: z.object({ role: Sentence, unitName: z.string().nullable() }).nullable(),
  capability: z.string(),
  title: Sentence,
  /** Whose data, as `kind:id`. */
  subjects: z.array(z.string()),
  /** The mandate of inspection or complaint under which it was read. */
  mandate: z.object({ id: z.uuid(), name: z.string(), shownOn: PlainDate, open: z.boolean() }).nullable(),
})
export type Reading = z.infer<typeof Reading>

/** Pages of readings, newest first. */
export const readingPages = {
  before: z.uuid().optional(),
  limit: z.int().min(1).max(200).default(50),
}
