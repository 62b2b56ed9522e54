import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'

/**
 * The lists attached to the decision of an act ("Danh sách kèm theo Quyết định") as a spreadsheet, one sheet for each list: the paper that
 * the annex page prints, with the names that `structure.act` tells the same person. Answers the address of the file, made when it is opened.
 */
export const annex = query('structure.annex', {
  input: z.object({ actId: z.uuid() }),
  output: z.object({ name: z.string(), mediaType: z.string(), address: z.string() }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['design 4'],
})
