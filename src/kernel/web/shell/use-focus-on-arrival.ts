import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * When another screen was opened, the focus goes to its heading, so that the keyboard and the screen reader stand where
 * the eye does. Filters and tabs (same path, other search) leave the focus alone.
 */
export function useFocusOnArrival(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', (event) => {
        if (!event.pathChanged || !event.fromLocation) return
        const main = document.getElementById('noi-dung')
        const heading = main?.querySelector<HTMLElement>('h1[tabindex]')
        ;(heading ?? main)?.focus({ preventScroll: true })
      }),
    [router],
  )
}
