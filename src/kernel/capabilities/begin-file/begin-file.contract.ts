import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'

/** Begins the upload of a file for a capability. Content classed Mật or above is refused at the door: the person says so each time. */
export const beginFile = command('kernel.begin-file', {
  input: z.object({
    /** The capability the file is for; its module declares limits and types. */
    purpose: z.string().max(100),
    name: z.string().trim().min(1).max(200),
    size: z.int().positive(),
    /** The person's answer: this file holds nothing classed Mật, Tối mật or Tuyệt mật. */
    nothingClassed: z.boolean(),
  }),
  output: z.object({ fileId: z.uuid(), chunkBytes: z.int() }),
  permission: 'account',
  reads: 'settings',
  articles: ['domain 8.7', 'domain 5.4'],
  refusals: ['classed_is_refused', 'unknown_purpose', 'too_large', 'unclean_name'],
  journal: 'none',
})
