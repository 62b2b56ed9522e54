import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Instant, Period } from '#kernel/contract/dates.ts'

/** All accounts by given name with their grants, and the roles that can be given. */
export const accounts = query('access.accounts', {
  input: z.object({}),
  output: z.object({
    accounts: z.array(
      z.object({
        id: z.uuid(),
        username: z.string(),
        displayName: z.string(),
        /** The recorded time of the act that made it, as the journal has it. */
        createdAt: Instant,
        grants: z.array(
          z.object({
            id: z.uuid(),
            role: z.string(),
            unitId: z.uuid().nullable(),
            unitName: z.string().nullable(),
            below: z.boolean(),
            valid: Period,
            origin: z.string(),
          }),
        ),
      }),
    ),
    roles: z.array(
      z.object({ code: z.string(), name: z.object({ vi: z.string(), en: z.string() }), verbs: z.array(z.string()) }),
    ),
  }),
  permission: 'granted',
  reads: 'settings',
  articles: ['design 5'],
})
