import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { CompartmentKind } from '../compartments/compartment.contract.ts'
import { GroundDocument } from '../grant/grant.contract.ts'

/**
 * Opens a compartment for one case of a unit: its named team works in it for its period, and nobody else by any right. Whom it is about is
 * shut out and cannot be on the team. What is held apart even from that team (a denouncer's identity) is a compartment of its own `within`.
 */
export const openCompartment = command('access.open-compartment', {
  input: z.object({
    kind: CompartmentKind,
    name: z.string().trim().min(5).max(300),
    unitId: z.uuid(),
    within: z.uuid().nullable().default(null),
    document: GroundDocument.nullable().default(null),
    /** The first day without it; open until it is closed when null. */
    until: PlainDate.nullable().default(null),
    team: z
      .array(z.object({ accountId: z.uuid(), part: z.enum(['head', 'member']) }))
      .min(1)
      .max(30),
    subjects: z.array(z.uuid()).max(50).default([]),
  }),
  output: z.object({ compartmentId: z.uuid() }),
  permission: 'granted',
  units: ['unitId'],
  reads: 'records',
  articles: ['design 5', 'domain 8.3'],
  // Who is on the team and whom it is about stand in the compartment, not in the journal of the unit.
  secrets: ['name', 'team', 'subjects', 'document'],
  refusals: [
    'unknown_account',
    'subject_on_the_team',
    'opened_by_its_subject',
    'no_head',
    'not_of_the_team',
    'ends_before_it_begins',
    'over_already',
  ],
})
