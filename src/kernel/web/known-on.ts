import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'
import { PlainDate } from '#kernel/contract/dates.ts'
import { daysShown } from './as-of.ts'
import type { RouteNote } from './route-note.ts'
import { useSession } from './session.ts'

/** The name in the address of the day until whose end is told what was recorded: `?ghi-nhan=2024-01-10`. */
export const knownOnKey = 'ghi-nhan'

/** "Theo số liệu ghi nhận đến ngày …": the question asked of what was believed then. */
export interface KnownOn {
  /** The day to hand to every query contract that takes one; undefined: what is believed now. */
  readonly knownOn: PlainDate | undefined
  /** Asks for what was recorded until the end of a day; null goes back to what is believed now. */
  readonly setKnownOn: (date: PlainDate | null, options?: { replace?: boolean }) => void
}

/**
 * The day until which an address asks what was recorded; or why it cannot be asked: no day of the calendar, or one outside. Today may be
 * asked: the address is sent to others, and tomorrow says the same. A day that has not come may not.
 */
export function readKnownOn(written: string, today: PlainDate): PlainDate | { readonly why: 'noSuchDay' | 'outside' } {
  const parsed = PlainDate.safeParse(written)
  if (!parsed.success) return { why: 'noSuchDay' }
  return parsed.data < daysShown(today).first || parsed.data > today ? { why: 'outside' } : parsed.data
}

/** What the address of the page in front asks, and whether that page can answer it (`PageEntry.knownOn`). */
export interface AskedKnown {
  readonly written: string | undefined
  readonly path: string | undefined
  readonly answers: boolean
}

/** Both are read of the page in front and not of where one is going, so that no page is judged by the address of the next. */
export function useAskedKnown(): AskedKnown {
  const written = useRouterState({
    select: ({ matches }) => (matches.at(-1)?.search as Record<string, string> | undefined)?.[knownOnKey],
  })
  const path = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname })
  const answers = useRouterState({
    select: ({ matches }) => (matches.at(-1)?.staticData as Partial<RouteNote> | undefined)?.page?.knownOn ?? false,
  })
  return { written, path, answers }
}

/** The day of the address; none where the page does not answer it or it cannot be asked (the shell says so: `KnownBand`). */
export function useKnownOn(): KnownOn {
  const router = useRouter()
  const today = useSession().today
  const { written, answers } = useAskedKnown()
  const read = written && answers ? readKnownOn(written, today) : undefined
  const setKnownOn = useCallback(
    (date: PlainDate | null, options: { replace?: boolean } = {}) => {
      const search = { ...(router.latestLocation.search as Record<string, string>), [knownOnKey]: date ?? '' }
      void router.navigate({
        to: router.latestLocation.pathname,
        search: search as never,
        replace: options.replace ?? false,
        resetScroll: false,
      })
    },
    [router],
  )
  return { knownOn: typeof read === 'string' ? read : undefined, setKnownOn }
}
