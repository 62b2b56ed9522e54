import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'

/** Whether the set-up is still to be done, and the types that a first organisation may have. */
export const setUpState = query('access.set-up-state', {
  input: z.object({}),
  output: z.object({
    done: z.boolean(),
    today: PlainDate,
    types: z.array(z.object({ code: z.string(), name: z.object({ vi: z.string(), en: z.string() }) })),
  }),
  permission: 'anyone',
  reads: 'settings',
  articles: ['design 9'],
})
