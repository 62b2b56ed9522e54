import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { TermsFile } from './terms-file.contract.ts'

/** Replaces the frame (types, what may stand under what, kinds, measures) by a file of the published form. */
export const loadTerms = command('structure.load-terms', {
  input: z.object({ terms: TermsFile }),
  output: z.object({ types: z.int(), kinds: z.int(), measures: z.int() }),
  permission: 'granted',
  reads: 'settings',
  articles: ['domain 3.1'],
  secrets: ['terms'],
})
