import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { PublishedFigure } from '../figures/figures.contract.ts'
import { UnitId } from '../words.contract.ts'

/** One measure of a unit through time: computed on each of the days, with the figures that documents state between them. */
export const figureSeries = query('structure.figure-series', {
  input: z
    .object({
      unitId: UnitId,
      measure: z.string().max(60),
      from: PlainDate,
      until: PlainDate,
      /** Days asked: the last day of each year or month, both ends included. */
      every: z.enum(['year', 'month']).default('year'),
    })
    .refine((input) => input.from <= input.until, {
      path: ['until'],
      params: { vi: 'Ngày cuối phải sau ngày đầu.', en: 'The last day must not be before the first.' },
    }),
  output: z.object({
    unitId: UnitId,
    measure: z.string(),
    /** `value` is null on a day of which no source says what there was to count; `invented`: invented units (demo) are counted. */
    points: z.array(z.object({ on: PlainDate, value: z.int().nullable(), invented: z.boolean() })),
    published: z.array(PublishedFigure),
  }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['domain 2.1'],
  refusals: ['unknown_measure', 'too_many_days'],
})
