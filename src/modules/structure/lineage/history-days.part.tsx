import { useMemo } from 'react'
import { useAnswer } from '#kernel/web/client.ts'
import { useKnownOn } from '#kernel/web/known-on.ts'
import type { Card } from '../card/history.rules.ts'
import { changeDays } from '../change-days/change-days.contract.ts'
import { type ChangeDay, cardDays, lineageDays, mergeDays } from './date-slider.rules.ts'
import { lineage } from './lineage.contract.ts'

/**
 * The days along which the date slider goes: on which the chosen unit or anything below it changed, and those of the lineage over it
 * (what the organisation came from and went on in). Undefined as long as they are not known. As known on a day, the chosen unit's own
 * acts stand for what is below it: of that nobody tells the days as they were believed, and those of now would tell what came later.
 */
export function useHistoryDays(
  root: string | null,
  chosen?: Pick<Card, 'id' | 'acts'> | undefined,
): readonly ChangeDay[] | undefined {
  const { knownOn } = useKnownOn()
  const unitId = chosen?.id ?? root
  const over = useAnswer(lineage, { unitId: root ?? '', knownOn }, { enabled: root !== null, keep: true })
  const now = knownOn === undefined
  const below = useAnswer(changeDays, { unitId: unitId ?? '' }, { enabled: now && unitId !== null, keep: true })
  const asking = over.isPending || (now && below.isPending)
  return useMemo(() => {
    if (asking) return undefined
    const own = now ? below.data?.days : chosen && cardDays(chosen)
    return mergeDays(own ?? [], over.data ? lineageDays(over.data) : [])
  }, [asking, now, chosen, over.data, below.data])
}
