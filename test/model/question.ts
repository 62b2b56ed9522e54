import type { Loaded } from './ask.ts'
import { dayAfter, dayBetween, type Random } from './random.ts'

/** One question put to the product and to the model: what was asked, and both answers in the same words. */
export interface Answers {
  readonly question: unknown
  readonly product: unknown
  readonly model: unknown
}
/** Puts one random question to both. */
export type Question = (loaded: Loaded, random: Random) => Promise<Answers>

/** All units that a history ever opens. */
export const unitsOf = ({ history }: Loaded) => history.acts.flatMap((act) => act.opens.map((open) => open.unit))

/** A day on, before or after an act as often as one between. */
export function someDay({ history }: Loaded, random: Random): string {
  const on = random.pick(history.acts).effective.on
  return random.chance(0.5) ? dayAfter(on, random.int(-1, 1)) : dayBetween(random, '1948-01-01', '2026-06-01')
}
