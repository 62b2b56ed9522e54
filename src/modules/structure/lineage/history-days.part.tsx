import { useMemo } from 'react'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { type Card, daysOf } from '../card/history.rules.ts'
import { lineageDays } from './date-slider.rules.ts'
import { lineage } from './lineage.contract.ts'

/** The days along which the date slider goes: of the lineage over a unit, and of the unit's own acts. */
export function useHistoryDays(root: string | null, unit?: Card): readonly PlainDate[] {
  const found = useAnswer(lineage, { unitId: root ?? '' }, { enabled: root !== null, keep: true }).data
  return useMemo(
    () => [...new Set([...(found ? lineageDays(found) : []), ...(unit ? daysOf(unit) : [])])].sort(),
    [found, unit],
  )
}
