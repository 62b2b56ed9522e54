import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'

/** Closes a mandate from today on: its team's rights end, and the persons concerned see what was read about them. */
export const closeMandate = command('access.close-mandate', {
  input: z.object({ mandateId: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  output: z.object({}),
  permission: 'granted',
  units: 'of-the-record',
  reads: 'records',
  articles: ['design 3'],
  refusals: ['ended_already'],
})
