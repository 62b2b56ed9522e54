import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { NewPassword, Username } from '../set-up/set-up.contract.ts'

/** Gives an account a new password, handed over face to face, and ends all its sessions. */
export const resetPassword = command('access.reset-password', {
  input: z.object({ username: Username, password: NewPassword }),
  output: z.object({}),
  permission: 'granted',
  units: 'of-the-record',
  reads: 'settings',
  articles: ['design 5', 'domain 8'],
  refusals: ['not_to_oneself', 'not_yours_to_give'],
  secrets: ['password'],
})
