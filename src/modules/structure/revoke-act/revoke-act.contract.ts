import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { EnteredDecision } from '../acts/act-input.contract.ts'

/**
 * A decision is taken back by a decision (thu hồi): the act stays in the book with both papers and has no effect. Only while nothing
 * stands on it; what has already come about is changed back by an act of its own.
 */
export const revokeAct = command('structure.revoke-act', {
  input: z.object({ actId: z.uuid(), version: z.int(), decision: EnteredDecision }),
  output: z.object({ version: z.int() }),
  units: 'of-the-record',
  permission: 'granted',
  reads: 'records',
  articles: ['design 4'],
  refusals: ['stands_on_it', 'came_with_a_history', 'does_not_hang_together', 'revoked_already'],
})
