import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'

/** The document behind a figure, where one was added: its name, and the address for fetching it. */
export const figureFile = query('structure.figure-file', {
  input: z.object({ figureId: z.uuid() }),
  output: z.object({ fileId: z.uuid(), address: z.string() }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['domain 2.3'],
})
