import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'

/** Changes who works on a case, from today on: who joins and who leaves. By a head of the team. */
export const changeTeam = command('access.change-team', {
  input: z.object({
    compartmentId: z.uuid(),
    joins: z
      .array(z.object({ accountId: z.uuid(), part: z.enum(['head', 'member']) }))
      .max(30)
      .default([]),
    leaves: z.array(z.uuid()).max(30).default([]),
    reason: z.string().trim().min(3).max(500),
  }),
  output: z.object({}),
  permission: 'signed-in',
  compartment: 'compartmentId',
  reads: 'records',
  articles: ['design 5'],
  secrets: ['joins', 'leaves', 'reason'],
  refusals: ['only_a_head', 'unknown_account', 'subject_on_the_team', 'no_head', 'on_the_team_already'],
})
