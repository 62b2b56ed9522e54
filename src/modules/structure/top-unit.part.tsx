import type { PlainDate } from '#kernel/contract/dates.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { type TreeUnit, tree } from './tree/tree.contract.ts'

/** The organisation this installation is about. */
export interface TopUnit {
  readonly unitId: string | null
  readonly unit: TreeUnit | undefined
  /** Asked, and nothing stands in the tree today. */
  readonly none: boolean
  readonly error: Error | null
}

/** The unit at the top of today's tree, as believed on `knownOn`; where several stand side by side, the one with the most below it. */
export function useTopUnit(knownOn?: PlainDate): TopUnit {
  const { today } = useAsOf()
  const answer = useAnswer(tree, { asOf: today, levels: 0, figure: 'below', knownOn })
  const roots = [...(answer.data?.units ?? [])].sort((a, b) => (b.figure ?? 0) - (a.figure ?? 0))
  return {
    unitId: roots[0]?.id ?? null,
    unit: roots[0],
    none: answer.data !== undefined && roots.length === 0,
    error: answer.error,
  }
}
