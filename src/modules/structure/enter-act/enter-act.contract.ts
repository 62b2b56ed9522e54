import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { ActInput, actUnits } from '../acts/act-input.contract.ts'
import { Allocation } from '../acts/effect.contract.ts'

/**
 * Enters an act of structure with its decision: one day, one transaction, however many units. The right is checked at both ends: on
 * every unit that changes or ends, and on every unit under which something comes to stand. What blocks it is named place by place.
 */
export const enterAct = command('structure.enter-act', {
  input: z.object({ act: ActInput, allocation: Allocation }),
  output: z.object({ actId: z.uuid(), version: z.int() }),
  ...actUnits('act.'),
  permission: 'granted',
  reads: 'records',
  articles: ['design 4', 'domain 3.1'],
  refusals: ['blocked', 'root_needs_whole_reach', 'does_not_hang_together'],
})
