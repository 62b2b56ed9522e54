import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'

/** A file by id: its name, type and size, and the address for fetching it (valid for this account, a quarter of an hour). */
export const file = query('kernel.file', {
  input: z.object({ fileId: z.uuid() }),
  output: z.object({
    fileId: z.uuid(),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
    sha256: z.string(),
    address: z.string(),
  }),
  permission: 'account',
  reads: 'records',
  articles: ['domain 8.7'],
})
