import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Verified } from '#kernel/contract/verified.ts'

/**
 * Verifies the sealed chain of the journal: every entry, every detail, every block, their signatures, and the seal file outside the
 * database. Says how many entries are not sealed yet and how long they have waited.
 */
export const verifyJournal = query('access.verify-journal', {
  input: z.object({}),
  output: Verified,
  permission: 'granted',
  reads: 'records',
  articles: ['design 3'],
})
