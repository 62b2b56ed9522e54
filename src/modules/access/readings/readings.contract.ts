import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { Reading, readingPages } from './reading.contract.ts'

/**
 * Who read whose personal data, for the overseer of the journal: at once, also under a mandate that is still open. Asking is itself read
 * and logged.
 */
export const readings = query('access.readings', {
  input: z.object({
    /** Readings of this thing, as `account:<id>`. */
    subject: z.string().max(100).optional(),
    /** Readings by this account. */
    accountId: z.uuid().optional(),
    capability: z.string().max(100).optional(),
    /** Calendar days in the organisation's zone; `until` is the last. */
    from: PlainDate.optional(),
    until: PlainDate.optional(),
    ...readingPages,
  }),
  output: z.object({ readings: z.array(Reading), next: z.uuid().nullable(), keptForDays: z.int() }),
  permission: 'granted',
  reads: 'personal',
  articles: ['design 3', 'domain 8.4'],
})
