import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { WrittenAct } from '../import-state/import-state.contract.ts'

/**
 * Writes a list that was read: everything that is not refused, as acts of one day with the list's decision, in one transaction. It is judged
 * and planned anew against the tree as it is now; where that no longer gives what the preview said, nothing is written and the conflict names
 * the rows.
 */
export const commitImport = command('structure.commit-import', {
  input: z.object({ importId: z.uuid() }),
  output: z.object({
    acts: z.array(WrittenAct),
    counts: z.object({ new: z.int(), changed: z.int() }),
    version: z.int(),
  }),
  units: 'of-the-record',
  permission: 'granted',
  reads: 'records',
  articles: ['design 4', 'domain 3.1'],
  refusals: ['not_read_yet', 'committed_already', 'nothing_to_write', 'blocked', 'does_not_hang_together'],
})
