import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { HistoricalDate } from '#kernel/contract/dates.ts'
import { UnitId } from '../words.contract.ts'

/** Enters a figure that a document states, with its source and definition. It stands beside the computed one, never over it. */
export const declareFigure = command('structure.declare-figure', {
  input: z.object({
    unitId: UnitId,
    measure: z.string().max(60),
    value: z.int().nonnegative().max(100_000_000),
    qualifier: z.enum(['exact', 'about', 'nearly', 'over']).default('exact'),
    asOfDate: HistoricalDate,
    /** How the document itself defines what it counted. */
    definition: z.string().trim().min(3).max(500),
    asWritten: z.string().trim().max(200).optional(),
    /** The document: its name, symbol, date. */
    sourceTitle: z.string().trim().min(3).max(300),
    sourceAddress: z.string().trim().max(500).optional(),
    /** The document itself, uploaded before for `structure.declare-figure`. */
    fileId: z.uuid().optional(),
  }),
  output: z.object({ id: z.uuid() }),
  units: ['unitId'],
  permission: 'granted',
  reads: 'records',
  articles: ['domain 2.3'],
  refusals: ['unknown_measure', 'date_in_future', 'unit_did_not_live', 'unknown_file'],
})
