import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { languages } from '#kernel/contract/text.ts'

/** The refused rows of a list as a file to be corrected and brought in again: the same columns, the reasons and the cells. */
export const importRefusals = query('structure.import-refusals', {
  input: z.object({ importId: z.uuid(), format: z.enum(['xlsx', 'csv']), language: z.enum(languages).default('vi') }),
  output: z.object({ name: z.string(), mediaType: z.string(), address: z.string() }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['design 4'],
})
