import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { NewPassword, Username } from '../set-up/set-up.contract.ts'

/** Makes an account with one first grant. The password is handed over face to face; mail comes in a later issue. */
export const createAccount = command('access.create-account', {
  input: z.object({
    displayName: z.string().trim().min(2).max(200),
    username: Username,
    password: NewPassword,
    role: z.string().max(60),
    /** Null: the whole organisation. */
    unitId: z.uuid().nullable(),
    below: z.boolean().default(true),
    /** The post or appointment the grant comes from, with its document. */
    origin: z.string().trim().min(3).max(300),
  }),
  output: z.object({ accountId: z.uuid() }),
  permission: 'granted',
  reads: 'settings',
  articles: ['design 5'],
  refusals: ['name_taken', 'unknown_role', 'unknown_unit'],
  secrets: ['password'],
})
