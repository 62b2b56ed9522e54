import { useLocation, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { PlainDate, plainDate } from '#kernel/contract/dates.ts'
import { useSession } from './session.ts'

/** The name of the as-of date in the address: `?ngay=2010-12-31`. */
export const asOfKey = 'ngay'

/** The date of the question: what the *when* of the top bar shows. */
export interface AsOf {
  /** The day every figure and list on the page answers for. */
  readonly asOf: PlainDate
  /** The business day. */
  readonly today: PlainDate
  /** True when a day other than today is asked: the bar changes colour. */
  readonly other: boolean
  /** Asks for another day; null goes back to today. The address changes, so it can be sent and gone back from. */
  readonly setAsOf: (date: PlainDate | null, options?: { replace?: boolean }) => void
}

/** The days that can be asked for: nothing of a Party organisation is older, and what is decided ahead lies within ten years. */
export function daysShown(today: PlainDate): { readonly first: PlainDate; readonly last: PlainDate } {
  return { first: plainDate('1900-01-01'), last: plainDate(`${Number(today.slice(0, 4)) + 10}-12-31`) }
}

/** The day that an address asks for; or why there is none to show: no day of the calendar, or one outside what can be asked for. */
export function readAsOf(written: string, today: PlainDate): PlainDate | { readonly why: 'noSuchDay' | 'outside' } {
  const parsed = PlainDate.safeParse(written)
  if (!parsed.success) return { why: 'noSuchDay' }
  const { first, last } = daysShown(today)
  return parsed.data < first || parsed.data > last ? { why: 'outside' } : parsed.data
}

/** The as-of date from the address, today when it names none (the shell says so of one that cannot be shown: `BadDay`). Hand `asOf` to every query contract that takes one. */
export function useAsOf(): AsOf {
  const router = useRouter()
  const today = useSession().today
  const written = useLocation({ select: (at) => (at.search as Record<string, string>)[asOfKey] })
  const read = written ? readAsOf(written, today) : today
  const asOf = typeof read === 'string' ? read : today
  const setAsOf = useCallback(
    (date: PlainDate | null, options: { replace?: boolean } = {}) => {
      const search = { ...(router.latestLocation.search as Record<string, string>) }
      search[asOfKey] = date === null || date === today ? '' : date
      void router.navigate({
        to: router.latestLocation.pathname,
        search: search as never,
        replace: options.replace ?? false,
        resetScroll: false,
      })
    },
    [router, today],
  )
  return { asOf, today, other: asOf !== today, setAsOf }
}
