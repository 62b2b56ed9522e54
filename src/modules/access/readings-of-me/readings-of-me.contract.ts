import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Reading, readingPages } from '../readings/reading.contract.ts'

/**
 * What others read about oneself, newest first. What was read under a mandate of inspection or complaint is told when that closes, at the
 * latest on the day its regulation sets: delayed, never dropped.
 */
export const readingsOfMe = query('access.readings-of-me', {
  input: z.object(readingPages),
  output: z.object({ readings: z.array(Reading), next: z.uuid().nullable(), keptForDays: z.int() }),
  permission: 'account',
  reads: 'records',
  articles: ['design 3', 'domain 8'],
})
