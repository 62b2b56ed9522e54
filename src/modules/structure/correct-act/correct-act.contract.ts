import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { ActInput } from '../acts/act-input.contract.ts'
import { Allocation } from '../acts/effect.contract.ts'

/**
 * Corrects the entry of an act (a wrong day, name, unit or paper): as if it had been entered so from the start, while what was believed
 * until now is kept ("theo số liệu ghi nhận đến ngày"). `version` is the one that was seen; another one now is a conflict showing both.
 */
export const correctAct = command('structure.correct-act', {
  input: z.object({
    actId: z.uuid(),
    version: z.int(),
    act: ActInput,
    allocation: Allocation,
    /** Why the entry was wrong. */
    reason: z.string().trim().min(3).max(500),
  }),
  output: z.object({ version: z.int() }),
  units: 'of-the-record',
  permission: 'granted',
  reads: 'records',
  articles: ['design 4'],
  refusals: ['blocked', 'root_needs_whole_reach', 'came_with_a_history', 'does_not_hang_together', 'revoked_already'],
})
