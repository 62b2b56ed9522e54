import { grassroots, grassrootsFromTheStart, pairs, pairType, upper, upperFromTheStart } from './lists/committees.ts'
import type { Change, Opening } from './world.ts'

/** How a committee of the end of 2010 stood on the first day: as it is, still a đảng bộ cơ sở, or still a chi bộ cơ sở. */
function stoodAs(key: string): 'the same' | 'dang_bo_co_so' | 'chi_bo_co_so' {
  const raised = (list: readonly { key: string }[], from: number) => list.slice(from).some((c) => c.key === key)
  if (raised(upper, upperFromTheStart)) return 'dang_bo_co_so'
  if (raised(grassroots, grassrootsFromTheStart)) return 'chi_bo_co_so'
  const pair = pairs.findIndex(({ result }) => result.key === key)
  return pair >= 0 && pairs[pair]?.type !== pairType(pair) ? 'dang_bo_co_so' : 'the same'
}

/**
 * What of a committee's plan stands on the first day: all of it; where it was still a grassroots organisation, its direct subordinates
 * as cells; where it was still a cell, nothing. Below a pair, the two old ones share it.
 */
export function firstBelow(key: string, planned: readonly Opening[]): Opening[] {
  const was = stoodAs(key)
  if (was === 'chi_bo_co_so') return []
  const old = pairs.find(({ result }) => result.key === key)?.old
  let turn = 0
  return planned.flatMap((o) => {
    if (o.parent !== key) return was === 'the same' ? [o] : []
    const parent = old?.[turn++ % old.length]?.key ?? key
    return [{ ...o, parent, ...(was === 'the same' ? {} : { type: 'chi_bo' }) }]
  })
}

/** What of a committee's plan comes only when it becomes what it is at the end of 2010. */
export function laterBelow(key: string, planned: readonly Opening[]): Opening[] {
  const was = stoodAs(key)
  if (was === 'the same') return []
  return was === 'chi_bo_co_so' ? [...planned] : planned.filter((o) => o.parent !== key)
}

/** What a direct subordinate of the first day then becomes. */
export function grown(unit: string, planned: readonly Opening[]): Change {
  const type = planned.find((o) => o.unit === unit)?.type
  return type ? { unit, type } : { unit }
}
