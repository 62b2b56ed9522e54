import type { SortingState } from '@tanstack/react-table'
import { useCallback, useMemo, useState } from 'react'
import { useAddress } from '../address.ts'
import { remember, remembered } from '../preferences.ts'

/** How a table is looked at: sorted, filtered (both in the address), and which columns (remembered by this browser). */
export interface TableView {
  readonly sorting: SortingState
  readonly setSorting: (next: SortingState) => void
  readonly filter: string
  readonly setFilter: (text: string) => void
  readonly visible: Readonly<Record<string, boolean>>
  readonly setVisible: (next: Readonly<Record<string, boolean>>) => void
}

/** The view of the table called `name`; `?<name>.sap=ten-` sorts by column `ten` downward, `?<name>.loc=` filters. */
export function useTableView(name: string, hidden: readonly string[]): TableView {
  const sortKey = `${name}.sap`
  const filterKey = `${name}.loc`
  const [address, setAddress] = useAddress({ [sortKey]: '', [filterKey]: '' } as Record<string, string>)
  const written = address[sortKey] ?? ''
  const sorting = useMemo<SortingState>(
    () => (written === '' ? [] : [{ id: written.replace(/-$/, ''), desc: written.endsWith('-') }]),
    [written],
  )
  const setSorting = useCallback(
    (next: SortingState) => setAddress({ [sortKey]: next[0] ? next[0].id + (next[0].desc ? '-' : '') : '' }),
    [setAddress, sortKey],
  )
  const setFilter = useCallback((text: string) => setAddress({ [filterKey]: text }), [setAddress, filterKey])
  const [visible, keepVisible] = useState<Readonly<Record<string, boolean>>>(() => chosenColumns(name, hidden))
  const setVisible = useCallback(
    (next: Readonly<Record<string, boolean>>) => {
      keepVisible(next)
      remember(`table.${name}`, JSON.stringify(next))
    },
    [name],
  )
  return { sorting, setSorting, filter: address[filterKey] ?? '', setFilter, visible, setVisible }
}

function chosenColumns(name: string, hidden: readonly string[]): Record<string, boolean> {
  const first = Object.fromEntries(hidden.map((id) => [id, false]))
  try {
    return { ...first, ...(JSON.parse(remembered(`table.${name}`) ?? '{}') as Record<string, boolean>) }
  } catch {
    return first
  }
}
