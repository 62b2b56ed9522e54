import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { chunkBytes } from '#kernel/contract/files.ts'

/** Adds one chunk to an upload of one's own. Sending it again is harmless, so a broken connection goes on where it stood. */
export const addChunk = command('kernel.add-chunk', {
  input: z.object({
    fileId: z.uuid(),
    no: z.int().min(0).max(100_000),
    /** Base64 of at most 256 KiB; every chunk but the last is exactly so long. */
    bytes: z.base64().max(Math.ceil(chunkBytes / 3) * 4),
  }),
  output: z.object({ received: z.int() }),
  permission: 'account',
  reads: 'settings',
  articles: ['domain 8.7'],
  refusals: ['upload_is_over', 'wrong_length'],
  secrets: ['bytes'],
  journal: 'none',
})
