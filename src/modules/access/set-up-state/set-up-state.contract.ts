import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'

/**
 * Whether the set-up is still to be done, and the types that a first organisation may have. A code that is sent along is looked at and
 * used for nothing: a wrong one is refused (and noted as an attempt) as `access.set-up` refuses it.
 */
export const setUpState = query('access.set-up-state', {
  input: z.object({ code: z.string().trim().max(100).optional() }),
  output: z.object({
    done: z.boolean(),
    today: PlainDate,
    types: z.array(z.object({ code: z.string(), name: z.object({ vi: z.string(), en: z.string() }) })),
  }),
  permission: 'anyone',
  reads: 'settings',
  articles: ['design 9'],
  refusals: ['wrong_code', 'too_many_tries'],
  secrets: ['code'],
})
