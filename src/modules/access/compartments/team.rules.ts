/** Somebody on a team. */
export interface TeamMember {
  readonly accountId: string
  readonly part: 'head' | 'member'
}

/** Why a team may not work on a case: whom it is about is never on it, and it has a head. Null: it may. */
export function whyNotTeam(
  team: readonly TeamMember[],
  subjects: readonly string[],
): 'subject_on_the_team' | 'no_head' | null {
  if (team.some(({ accountId }) => subjects.includes(accountId))) return 'subject_on_the_team'
  return team.some(({ part }) => part === 'head') ? null : 'no_head'
}
