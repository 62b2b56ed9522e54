import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { declareFigure } from '../declare-figure/declare-figure.contract.ts'
import { UnitId } from '../words.contract.ts'

/**
 * Corrects a figure that was entered here (never one that came with a history). What was believed before is kept. The version is
 * the one that the person saw; another one now is a conflict that shows both.
 */
export const amendFigure = command('structure.amend-figure', {
  input: declareFigure.input
    .pick({ value: true, qualifier: true, asOfDate: true, definition: true, asWritten: true })
    .extend({ unitId: UnitId, figureId: z.uuid(), version: z.int() }),
  output: z.object({ version: z.int() }),
  units: ['unitId'],
  permission: 'granted',
  reads: 'records',
  articles: ['domain 2.3'],
  refusals: ['came_with_a_history', 'date_in_future', 'unit_did_not_live'],
})
