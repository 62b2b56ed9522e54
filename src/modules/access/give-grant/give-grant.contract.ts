import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { grantFields } from '../grant/grant.contract.ts'

/**
 * Gives an account a role over a unit or the whole organisation, for a period, with the post or appointment it comes from. Nobody gives
 * one to themselves, and only roles that the giver's own role gives, within the giver's reach.
 */
export const giveGrant = command('access.give-grant', {
  input: z.object({ accountId: z.uuid(), ...grantFields }),
  output: z.object({ grantId: z.uuid() }),
  permission: 'granted',
  units: 'of-the-record',
  reads: 'records',
  articles: ['design 5'],
  refusals: [
    'unknown_account',
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
})
