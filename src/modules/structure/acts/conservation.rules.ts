import type { ActEffect } from './effect.contract.ts'

/** The sum that an act of structure must keep: what was, with what begins, without what ends, is what is. */
export interface Conservation {
  readonly before: number
  readonly opens: number
  readonly ends: number
  readonly after: number
  readonly holds: boolean
}

/** Counts the units touched by an act on both sides of its day. */
export function conservationOf({ counts, opens, ends }: Pick<ActEffect, 'counts' | 'opens' | 'ends'>): Conservation {
  const before = counts.reduce((sum, row) => sum + row.before, 0)
  const after = counts.reduce((sum, row) => sum + row.after, 0)
  return {
    before,
    opens: opens.length,
    ends: ends.length,
    after,
    holds: before + opens.length - ends.length === after,
  }
}
