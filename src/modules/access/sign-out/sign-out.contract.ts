import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'

/** Ends the session of this browser. */
export const signOut = command('access.sign-out', {
  input: z.object({}),
  output: z.object({}),
  permission: 'account',
  reads: 'settings',
  articles: ['domain 8'],
})
