import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'

/**
 * Erases the personal values of one sealed journal entry: who acted, what was sent, before and after. That it happened, in which
 * capacity and on which ground stays; so does the chain, which holds a salted digest only. It cannot be undone.
 */
export const eraseValues = command('access.erase-values', {
  input: z.object({
    entryId: z.int().positive(),
    /** The decision or request on which the values go. */
    ground: z.string().trim().min(3).max(500),
  }),
  output: z.object({}),
  permission: 'granted',
  reads: 'records',
  articles: ['design 3'],
  refusals: ['not_sealed_yet', 'already_erased'],
})
