import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { grantFields } from '../grant/grant.contract.ts'
import { NewPassword, Username } from '../set-up/set-up.contract.ts'

/** Makes an account with one first grant, within the maker's reach and what the maker's role may give. The password is handed over face to face; mail comes in a later issue. */
export const createAccount = command('access.create-account', {
  input: z.object({
    displayName: z.string().trim().min(2).max(200),
    username: Username,
    password: NewPassword,
    ...grantFields,
  }),
  output: z.object({ accountId: z.uuid() }),
  permission: 'granted',
  reads: 'settings',
  articles: ['design 5'],
  units: 'of-the-record',
  refusals: [
    'name_taken',
    'unknown_role',
    'unknown_unit',
    'not_to_oneself',
    'not_yours_to_give',
    'role_is_of_a_unit',
    'role_is_of_the_whole',
    'ends_before_it_begins',
    'over_already',
    'held_already',
  ],
  secrets: ['password'],
})
