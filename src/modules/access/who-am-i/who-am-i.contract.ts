import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'

/** Who is here and what the product may show them. Answers without a session too, so that the sign-in page knows where it is. */
export const whoAmI = query('access.who-am-i', {
  input: z.object({}),
  output: z.object({
    signedIn: z.boolean(),
    accountName: z.string(),
    displayName: z.string(),
    capacities: z.array(
      z.object({ id: z.string(), title: z.object({ vi: z.string(), en: z.string() }), unitName: z.string() }),
    ),
    /** Names of the capabilities that this person may use somewhere. */
    may: z.array(z.string()),
    today: PlainDate,
    /** Whether `today` is a settable day of the demo. */
    demo: z.boolean(),
    engine: z.enum(['embedded', 'postgres']),
    /** The unit the person belongs to, with the names above it, the highest first. */
    organisation: z.object({ id: z.uuid(), name: z.string(), path: z.array(z.string()) }).nullable(),
    /** The demo's people, to choose from on the sign-in page; empty in real use. */
    demoPeople: z.array(
      z.object({
        username: z.string(),
        password: z.string(),
        displayName: z.string(),
        title: z.object({ vi: z.string(), en: z.string() }),
      }),
    ),
  }),
  permission: 'anyone',
  reads: 'settings',
  articles: ['domain 8'],
})
