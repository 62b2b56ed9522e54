import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Instant, PlainDate } from '#kernel/contract/dates.ts'
import { ShownGrant } from '../grant/grant.contract.ts'

/**
 * Who can see a unit or a record and what they may do with it, by which grant and whence; on any day: by the grants, the role sets and the
 * tree of that day. A subject is written as the journal writes it: `unit:<id>`, `figure:<id>`, `account:<id>`, `entry:<number>`,
 * `compartment:<id>`. A compartment is answered to its own team alone.
 */
export const whoCanSee = query('access.who-can-see', {
  input: z.object({
    subject: z.string().regex(/^[a-z]{2,30}:[0-9a-f-]{1,36}$/),
    asOf: PlainDate.optional(),
  }),
  output: z.object({
    asOf: PlainDate,
    subject: z.string(),
    /** The units it belongs to. */
    units: z.array(z.object({ id: z.uuid(), name: z.string().nullable() })),
    /** What every signed-in person of the organisation may ask about it. */
    openToAll: z.array(z.string()),
    people: z.array(
      z.object({
        accountId: z.uuid(),
        name: z.string(),
        grant: ShownGrant.pick({
          id: true,
          role: true,
          unit: true,
          reach: true,
          valid: true,
          originKind: true,
          origin: true,
        }).nullable(),
        /** Of a deputy: in whose place. */
        insteadOf: z.string().nullable(),
        /** Capabilities that answer about it, and that change it. */
        sees: z.array(z.string()),
        changes: z.array(z.string()),
        /** Since when the right was recorded; null for the team of a compartment. */
        recordedAt: Instant.nullable(),
        /** The right counts for the day, and was recorded only afterwards: on the day itself it could not be used yet. */
        recordedLater: z.boolean(),
      }),
    ),
  }),
  permission: 'granted',
  units: 'of-the-record',
  reads: 'records',
  articles: ['design 5', 'domain 8'],
})
