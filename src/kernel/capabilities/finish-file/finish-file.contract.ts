import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'

/** Ends an upload: all chunks are there, and the content is of a type that its purpose takes. */
export const finishFile = command('kernel.finish-file', {
  input: z.object({ fileId: z.uuid() }),
  output: z.object({ fileId: z.uuid(), mediaType: z.string(), sha256: z.string() }),
  permission: 'account',
  reads: 'settings',
  articles: ['domain 8.7'],
  refusals: ['chunks_missing', 'type_not_taken', 'unknown_purpose'],
})
