import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { ActInput, actUnits } from '../acts/act-input.contract.ts'
import { ActEffect, Allocation } from '../acts/effect.contract.ts'

/**
 * Rehearses an act: everything that would change, and what blocks it. Changes nothing and leaves no entry; it reads as a writer does,
 * so that what stands in the way is seen even where its name is not. `corrects` rehearses the correction of an act entered before: what
 * becomes different from what is entered now.
 */
export const previewAct = command('structure.preview-act', {
  input: z.object({ act: ActInput, corrects: z.uuid().optional(), allocation: Allocation }),
  output: ActEffect,
  ...actUnits('act.'),
  permission: 'granted',
  reads: 'records',
  journal: 'none',
  articles: ['design 4'],
  refusals: ['root_needs_whole_reach', 'came_with_a_history'],
})
