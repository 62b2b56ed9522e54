import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'

/** Takes back an entry made by mistake, while nothing stands on it: the tree is as it was, and the journal keeps what was entered. */
export const undoAct = command('structure.undo-act', {
  input: z.object({ actId: z.uuid(), version: z.int(), reason: z.string().trim().min(3).max(500) }),
  output: z.object({ undone: z.literal(true) }),
  units: 'of-the-record',
  permission: 'granted',
  reads: 'records',
  articles: ['design 4'],
  refusals: ['stands_on_it', 'came_with_a_history', 'does_not_hang_together'],
})
