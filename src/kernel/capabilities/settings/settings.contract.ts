import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Instant, PlainDate } from '#kernel/contract/dates.ts'

/** How this installation is set. */
export const settings = query('kernel.settings', {
  input: z.object({}),
  output: z.object({
    version: z.string(),
    engine: z.enum(['embedded', 'postgres']),
    databaseVersion: z.string(),
    zone: z.string(),
    today: PlainDate,
    /** The day may be set for everybody (demo only). */
    demo: z.boolean(),
    migrations: z.array(z.object({ name: z.string(), appliedAt: Instant })),
    /** Bytes free where the database writes; null where a server minds that, and where the embedded engine writes nowhere (in memory). */
    freeBytes: z.number().nullable(),
    backups: z.array(z.object({ file: z.string(), bytes: z.number(), madeAt: Instant })),
  }),
  permission: 'granted',
  reads: 'settings',
  articles: ['design 8'],
})
