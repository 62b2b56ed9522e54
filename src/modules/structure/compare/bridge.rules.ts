import type { z } from 'zod'
import { ActKind } from '../words.contract.ts'
import { type Compared, type ComparedAct, type Countable, stepsOf } from './sums.rules.ts'

type Kind = z.infer<typeof ActKind>

/** One step of the bridge from the first total to the second: one act, or all acts of a kind. */
export interface BridgeStep {
  readonly key: string
  /** The act itself where acts are few; null for all of a kind. */
  readonly act: ComparedAct | null
  /** Null: no act was found for what changed. */
  readonly kind: Kind | null
  readonly acts: number
  readonly came: number
  readonly went: number
}

/** So many acts are drawn each by itself; more are put together by their kind. */
export const mostActs = 8

/**
 * What added to and took from a total: in order of time where acts are few, else kind by kind, those that added most first, so that what
 * is reached in between never falls below both totals.
 */
export function bridgeSteps(data: Compared, { types }: Countable): readonly BridgeStep[] {
  const acts = data.acts
    .map((act) => ({ act, ...stepsOf(act, types) }))
    .filter(({ came, went }) => came > 0 || went > 0)
  if (acts.length <= mostActs) {
    return acts.map(({ act, came, went }) => ({
      key: `${act.on} ${act.act?.id}`,
      act,
      kind: act.act?.kind ?? null,
      acts: 1,
      came,
      went,
    }))
  }
  const byKind = [...ActKind.options, null].flatMap((kind) => {
    const some = acts.filter(({ act }) => (act.act?.kind ?? null) === kind)
    if (some.length === 0) return []
    const sum = (side: 'came' | 'went') => some.reduce((all, one) => all + one[side], 0)
    return [{ key: kind ?? 'none', act: null, kind, acts: some.length, came: sum('came'), went: sum('went') }]
  })
  return byKind.sort((a, b) => b.came - b.went - (a.came - a.went))
}
