import type { Period, PlainDate } from '#kernel/contract/dates.ts'

/** What a role says of giving it. */
export interface RoleLaw {
  readonly code: string
  readonly needs: 'any' | 'unit' | 'whole'
}

/** A grant about to be given. */
export interface Wish {
  readonly role: RoleLaw
  readonly unitId: string | null
  readonly reach: 'own' | 'below' | 'organs'
  readonly from: PlainDate
  readonly until: PlainDate | null
}

/** Why a grant may not be given at all. */
export type WhyNotGiven =
  | 'not_to_oneself'
  | 'not_yours_to_give'
  | 'role_is_of_a_unit'
  | 'role_is_of_the_whole'
  | 'ends_before_it_begins'
  | 'over_already'

/**
 * Nobody gives a right to themselves, nobody gives a role that their own does not give, and a right has a place and days that its role
 * allows. Null: it may be given.
 */
export function whyNotGive(
  wish: Wish,
  giver: { readonly gives: readonly string[]; readonly isReceiver: boolean },
  today: PlainDate,
): WhyNotGiven | null {
  if (giver.isReceiver) return 'not_to_oneself'
  if (!giver.gives.includes(wish.role.code)) return 'not_yours_to_give'
  if (wish.role.needs === 'unit' && wish.unitId === null) return 'role_is_of_a_unit'
  if (wish.role.needs === 'whole' && wish.unitId !== null) return 'role_is_of_the_whole'
  if (wish.unitId === null && wish.reach !== 'below') return 'role_is_of_a_unit'
  return whyNotDays(wish, today)
}

/** Why a grant may not be handed on. */
export type WhyNotHandedOn =
  | 'not_to_oneself'
  | 'handed_on_already'
  | 'mandate_is_personal'
  | 'longer_than_its_own'
  | 'ends_before_it_begins'
  | 'over_already'

/** A deputy has what the holder has, for days on which the holder has it, and hands it to nobody else. Null: it may be handed on. */
export function whyNotHandOn(
  own: { readonly originKind: string; readonly valid: Period; readonly isReceivers: boolean },
  days: { readonly from: PlainDate; readonly until: PlainDate },
  today: PlainDate,
): WhyNotHandedOn | null {
  if (own.isReceivers) return 'not_to_oneself'
  if (own.originKind === 'deputy') return 'handed_on_already'
  if (own.originKind === 'mandate') return 'mandate_is_personal'
  const wrong = whyNotDays(days, today)
  if (wrong) return wrong
  const within = own.valid.from <= days.from && (own.valid.until === null || days.until <= own.valid.until)
  return within ? null : 'longer_than_its_own'
}

/** A period is half-open, holds a day, and is not over. */
export function whyNotDays(
  days: { readonly from: PlainDate; readonly until: PlainDate | null },
  today: PlainDate,
): 'ends_before_it_begins' | 'over_already' | null {
  if (days.until === null) return null
  if (days.until <= days.from) return 'ends_before_it_begins'
  return days.until <= today ? 'over_already' : null
}

/** Whether a grant is still to come, in force or over on a day. */
export function stateOn(valid: Period, today: PlainDate): 'coming' | 'in_force' | 'ended' {
  if (today < valid.from) return 'coming'
  return valid.until !== null && valid.until <= today ? 'ended' : 'in_force'
}

/** What ending a grant on a day (the first without it) leaves of it: a shorter period, or nothing of one that had not begun. */
export function endedOn(valid: Period, on: PlainDate): Period | null {
  return on <= valid.from ? null : { from: valid.from, until: on }
}
