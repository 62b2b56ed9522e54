import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Period, PlainDate } from '#kernel/contract/dates.ts'
import { GroundDocument } from '../grant/grant.contract.ts'

/** Mandates of inspection and complaint within reach, those that run first, with their teams. */
export const mandates = query('access.mandates', {
  input: z.object({}),
  output: z.object({
    mandates: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['inspection', 'complaint']),
        name: z.string(),
        document: GroundDocument,
        unit: z.object({ id: z.uuid(), name: z.string().nullable() }),
        valid: Period,
        shownOn: PlainDate,
        open: z.boolean(),
        team: z.array(z.object({ accountId: z.uuid(), name: z.string() })),
        may: z.array(z.enum(['access.close-mandate'])),
      }),
    ),
  }),
  permission: 'granted',
  reads: 'records',
  articles: ['design 3'],
})
