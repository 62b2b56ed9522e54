import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { ShownGrant } from '../grant/grant.contract.ts'

/** Accounts within reach by given name, with the grants that hold today or later; in pages. */
export const accounts = query('access.accounts', {
  input: z.object({
    /** Part of a name or user name, however it is typed. */
    text: z.string().trim().max(100).optional(),
    /** Only who holds a grant for this unit itself. */
    unitId: z.uuid().optional(),
    /** The account after which to go on. */
    after: z.uuid().optional(),
    limit: z.int().min(1).max(200).default(100),
  }),
  output: z.object({
    accounts: z.array(
      z.object({
        id: z.uuid(),
        username: z.string(),
        displayName: z.string(),
        grants: z.array(ShownGrant),
      }),
    ),
    /** How many there are in all. */
    total: z.int(),
    next: z.uuid().nullable(),
  }),
  permission: 'granted',
  reads: 'records',
  articles: ['design 5'],
})
