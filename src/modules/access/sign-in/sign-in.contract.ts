import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'

/**
 * Opens a session by user name and password; the answer carries the session cookie. After ten tries that failed within a quarter of an hour
 * nobody signs in under a name, in no process of the product, until that time is over or the password is made anew.
 */
export const signIn = command('access.sign-in', {
  input: z.object({ username: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) }),
  output: z.object({ displayName: z.string() }),
  permission: 'anyone',
  reads: 'settings',
  articles: ['domain 8'],
  refusals: ['too_many_tries'],
  secrets: ['password'],
})
