import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { ShownCompartment } from './compartment.contract.ts'

/** The compartments in whose team one is today. */
export const compartments = query('access.compartments', {
  input: z.object({}),
  output: z.object({
    compartments: z.array(ShownCompartment.extend({ part: z.enum(['head', 'member']) })),
    /** Whether one may open one somewhere. */
    may: z.array(z.enum(['access.open-compartment'])),
  }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['design 5', 'domain 8.3'],
})
