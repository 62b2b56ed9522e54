import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'

/** Verifies the sealed chain of the journal: every entry, every block. Says how many entries are not sealed yet. */
export const verifyJournal = query('access.verify-journal', {
  input: z.object({}),
  output: z.object({
    whole: z.boolean(),
    blocks: z.int(),
    sealedEntries: z.int(),
    notYetSealed: z.int(),
    /** Where the chain is broken: block, entry, what. */
    breaks: z.array(z.object({ block: z.int().nullable(), entry: z.int().nullable(), what: z.string() })),
  }),
  permission: 'granted',
  reads: 'records',
  articles: ['design 3'],
})
