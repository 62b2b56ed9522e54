import { useLocation, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { PlainDate } from '#kernel/contract/dates.ts'
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

/** The as-of date from the address, today when it names none. Hand `asOf` to every query contract that takes one. */
export function useAsOf(): AsOf {
  const router = useRouter()
  const today = useSession().today
  const written = useLocation({ select: (at) => (at.search as Record<string, string>)[asOfKey] })
  const parsed = PlainDate.safeParse(written)
  const asOf = parsed.success ? parsed.data : today
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
