import { useEffect, useSyncExternalStore } from 'react'
import type { UnitChoice } from './module.ts'

/** What a screen tells the shell about itself. */
export interface Place {
  /** Title for the browser's tab, when the page's own title is too general ("Báo cáo tháng 11/2023"). */
  readonly title?: string | undefined
  /** The unit this screen is about, for the *where* of the top bar. */
  readonly where?: Pick<UnitChoice, 'id' | 'name' | 'path'> | undefined
}

let current: Place = {}
const listeners = new Set<() => void>()

function set(next: Place): void {
  current = next
  for (const listener of listeners) listener()
}

/** Tells the shell where this screen is, for as long as it is shown. */
export function usePlace(place: Place): void {
  const text = JSON.stringify(place)
  useEffect(() => {
    const mine = JSON.parse(text) as Place
    set({ ...current, ...mine })
    return () => {
      const left = { ...current }
      for (const key of Object.keys(mine)) delete left[key as keyof Place]
      set(left)
    }
  }, [text])
}

/** What the screen in front said about itself. */
export function usePlaceNow(): Place {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}
