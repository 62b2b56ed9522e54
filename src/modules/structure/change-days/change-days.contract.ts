import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { UnitId } from '../words.contract.ts'

/**
 * The days on which acts changed a unit or what stood below it on that day or the day before: along these one goes through the
 * history of a tree. An act of an unknown day has only a place in the order and no day; one taken back by a decision had no effect.
 */
export const changeDays = query('structure.change-days', {
  input: z.object({ unitId: UnitId }),
  output: z.object({
    unitId: UnitId,
    /** In order of time. */
    days: z.array(
      z.object({
        on: PlainDate,
        /** How many acts took effect on it. */
        acts: z.int().positive(),
      }),
    ),
  }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['domain 2.1', 'domain 2.4'],
})
