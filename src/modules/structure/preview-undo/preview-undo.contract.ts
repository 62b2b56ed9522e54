import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { ActEffect } from '../acts/effect.contract.ts'

/**
 * Rehearses the taking back of an act, as an entry made by mistake (undo) or by a decision (revoke): who would not be there any more, who
 * would live on, what would be as before, and what stands on the act and keeps it. Changes nothing and leaves no entry; it reads as a
 * writer does, as the rehearsal of an act.
 */
export const previewUndo = command('structure.preview-undo', {
  input: z.object({ actId: z.uuid() }),
  output: ActEffect,
  units: 'of-the-record',
  permission: 'granted',
  reads: 'records',
  journal: 'none',
  articles: ['design 4'],
  refusals: ['came_with_a_history', 'revoked_already'],
})
