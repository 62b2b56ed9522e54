import { useMemo } from 'react'
import { useAnswer } from '#kernel/web/client.ts'
import { changeDays } from '../change-days/change-days.contract.ts'
import { type ChangeDay, lineageDays, mergeDays } from './date-slider.rules.ts'
import { lineage } from './lineage.contract.ts'

/**
 * The days along which the date slider goes: on which the chosen unit or anything below it changed, and those of the lineage over it
 * (what the organisation came from and went on in). Undefined as long as they are not known.
 */
export function useHistoryDays(
  root: string | null,
  chosen?: { readonly id: string } | undefined,
): readonly ChangeDay[] | undefined {
  const unitId = chosen?.id ?? root
  const over = useAnswer(lineage, { unitId: root ?? '' }, { enabled: root !== null, keep: true })
  const below = useAnswer(changeDays, { unitId: unitId ?? '' }, { enabled: unitId !== null, keep: true })
  const asking = over.isPending || below.isPending
  return useMemo(
    () => (asking ? undefined : mergeDays(below.data?.days ?? [], over.data ? lineageDays(over.data) : [])),
    [asking, over.data, below.data],
  )
}
