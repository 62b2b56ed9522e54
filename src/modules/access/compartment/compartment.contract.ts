import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Period } from '#kernel/contract/dates.ts'
import { ShownCompartment } from '../compartments/compartment.contract.ts'

/** One compartment with its team through time and whom it is about; for its team alone. */
export const compartment = query('access.compartment', {
  input: z.object({ compartmentId: z.uuid() }),
  output: ShownCompartment.extend({
    team: z.array(
      z.object({
        accountId: z.uuid(),
        name: z.string(),
        part: z.enum(['head', 'member']),
        valid: Period,
        inForce: z.boolean(),
      }),
    ),
    subjects: z.array(z.object({ accountId: z.uuid(), name: z.string() })),
    /** Held apart within it, as far as one is on their team. */
    heldApart: z.array(z.object({ id: z.uuid(), name: z.string() })),
    may: z.array(z.enum(['access.change-team', 'access.close-compartment'])),
  }),
  permission: 'signed-in',
  compartment: 'compartmentId',
  reads: 'personal',
  articles: ['design 5', 'domain 8.3'],
})
