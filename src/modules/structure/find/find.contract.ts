import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { UnitId, UnitLink } from '../words.contract.ts'

/**
 * Finds units by name, abbreviation, alias, symbol or organ (văn phòng, ban … of its committee), however it is typed (no diacritics,
 * uỷ/ủy, capitals); a document's number finds who issued it by its symbol.
 */
export const find = query('structure.find', {
  input: z.object({
    text: z.string().trim().min(1).max(200),
    /** Units that live on this day come first; today when absent. */
    asOf: PlainDate.optional(),
    /** Only under this unit. */
    under: UnitId.optional(),
    limit: z.int().min(1).max(100).default(20),
  }),
  output: z.object({
    units: z.array(
      z.object({
        id: UnitId,
        name: z.string(),
        type: z.string(),
        /** What matched when it is not the name on that day: an alias, an earlier name, an abbreviation, an organ. */
        matched: z.string().nullable(),
        path: z.array(UnitLink),
        alive: z.boolean(),
        from: PlainDate,
        until: PlainDate.nullable(),
      }),
    ),
    /** There are more than shown. */
    more: z.boolean(),
  }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['domain 9.3'],
})
