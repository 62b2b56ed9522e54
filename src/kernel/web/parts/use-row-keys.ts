import { type KeyboardEvent, type RefObject, useState } from 'react'

/** How high a row of a table is, before it is measured. */
export const rowHeight = 41

/** The row that the keyboard stands on, and what its keys do. */
export interface RowKeys {
  readonly active: number
  readonly setActive: (at: number) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** Arrow keys, Page, Home and End move over the rows (`tr[data-at]`) of a table; Enter opens the one in focus. */
export function useRowKeys(
  box: RefObject<HTMLElement | null>,
  count: number,
  scrollTo: (at: number) => void,
  open: (at: number) => void,
): RowKeys {
  const [active, setActive] = useState(0)

  function focusLine(at: number): void {
    const to = Math.max(0, Math.min(count - 1, at))
    setActive(to)
    scrollTo(to)
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`tr[data-at="${to}"]`)?.focus())
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const line = (event.target as HTMLElement).closest<HTMLElement>('tr[data-at]')
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return
    const at = Number(line.dataset.at)
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / rowHeight) - 2)
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: count,
    }
    const to = moves[event.key]
    // Keys belong to whatever is written in within a cell; only a row's own are ours.
    if ((event.target as HTMLElement).matches('input, textarea, select')) return
    if (to !== undefined) {
      event.preventDefault()
      focusLine(to)
    } else if (event.key === 'Enter' && event.target === line) {
      event.preventDefault()
      open(at)
    }
  }

  return { active, setActive, onKeyDown }
}
