import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'
import type { TeamMember } from './team.rules.ts'

/** The end, the team of a day and the subjects of a compartment, for a command by its team. */
export async function readTeam(db: Tx<'access'>, compartmentId: string, day: PlainDate) {
  const one = await db
    .selectFrom('access.compartment')
    .select('valid_at')
    .where('id', '=', compartmentId)
    .executeTakeFirstOrThrow()
  const team = await db
    .selectFrom('access.compartment_team')
    .select(['account_id', 'part'])
    .where('compartment_id', '=', compartmentId)
    .where(sql<boolean>`valid_at @> ${day}::date`)
    .execute()
  const subjects = await db
    .selectFrom('access.compartment_subject')
    .select('account_id')
    .where('compartment_id', '=', compartmentId)
    .execute()
  return {
    until: one.valid_at.until,
    team: team.map(({ account_id, part }): TeamMember => ({ accountId: account_id, part: part as TeamMember['part'] })),
    subjects: subjects.map(({ account_id }) => account_id),
  }
}
