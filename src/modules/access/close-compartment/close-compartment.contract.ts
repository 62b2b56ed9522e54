import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'

/** Closes a compartment from today on: its team reads it no more. By a head of the team; what is held apart within it closes too. */
export const closeCompartment = command('access.close-compartment', {
  input: z.object({ compartmentId: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  output: z.object({}),
  permission: 'signed-in',
  compartment: 'compartmentId',
  reads: 'records',
  articles: ['design 5'],
  secrets: ['reason'],
  refusals: ['only_a_head'],
})
