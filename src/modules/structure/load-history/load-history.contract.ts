import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { History } from './history.contract.ts'

/**
 * Loads a whole history from one file of the published form, all or nothing. A file that contradicts itself is refused with each
 * place named (`contradiction`), and nothing is changed.
 */
export const loadHistory = command('structure.load-history', {
  input: z.object({ history: History }),
  output: z.object({ units: z.int(), acts: z.int(), figures: z.int(), facts: z.int() }),
  permission: 'granted',
  reads: 'records',
  articles: ['domain 2', 'peers (a)'],
  refusals: ['contradiction', 'already_loaded'],
  secrets: ['history'],
})
