import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { NewPassword } from '../set-up/set-up.contract.ts'

/** Changes one's own password and ends all other sessions. */
export const changePassword = command('access.change-password', {
  input: z.object({ current: z.string().min(1).max(200), next: NewPassword }),
  output: z.object({}),
  permission: 'account',
  reads: 'settings',
  articles: ['domain 8'],
  refusals: ['wrong_password'],
  secrets: ['current', 'next'],
})
