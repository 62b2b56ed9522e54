import type { OutputOf } from '#kernel/contract/contract.ts'
import type { act } from '../act/act.contract.ts'

type Act = OutputOf<typeof act>
type Link = Act['units'][number]['unit']

/**
 * The nearest unit that stood above everything an act touched, before and after: the one superior of the units it touched that it did not
 * touch itself. Null where there are several or none, for the answer of an act says nothing of those higher up, or where its name is
 * restricted.
 */
export function commonSuperior({ units }: Pick<Act, 'units'>): Link | null {
  const touched = new Set(units.map(({ unit }) => unit.id))
  const above = new Map<string | null, Link | null>()
  for (const { parent, before } of units) {
    for (const one of before ? [parent, before.parent] : [parent]) {
      if (one === null || !touched.has(one.id)) above.set(one?.id ?? null, one)
    }
  }
  const [only] = above.values()
  return above.size === 1 && only?.name ? only : null
}
