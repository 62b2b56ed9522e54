import {
  type ColumnDef,
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo, useRef } from 'react'
import { formatDate, type PlainDate } from '#kernel/contract/dates.ts'
import { answersSearch, foldedWords } from '#kernel/contract/fold.ts'
import { type CellValue, type Column, compareAs, foldedRow, isAbsent } from './table-columns.ts'
import type { TableView } from './use-table-view.ts'

const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
})
type Features = typeof features

/** The rows to show, filtered and sorted, and the columns to show. */
export interface TableRows<Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
}

/** Filters (folded, over all columns) and sorts rows by TanStack Table; `columns` may be made anew each time. */
export function useTableRows<Row extends object>(
  all: readonly Row[],
  columns: readonly Column<Row>[],
  view: TableView,
): TableRows<Row> {
  const latest = useRef(columns)
  latest.current = columns
  const shape = columns.map((column) => `${column.id}:${column.kind ?? 'text'}`).join('|')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the columns
  const folded = useMemo(() => {
    const texts = new Map<Row, string>()
    return (row: Row): string => {
      const known = texts.get(row)
      if (known !== undefined) return known
      const made = foldedRow(latest.current, row, (iso) => formatDate(iso as PlainDate))
      texts.set(row, made)
      return made
    }
  }, [all, shape])

  const filtered = useMemo(() => {
    const words = foldedWords(view.filter)
    return words.length === 0 ? (all as Row[]) : all.filter((row) => answersSearch(folded(row), words))
  }, [all, view.filter, folded])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the columns
  const defs = useMemo<ColumnDef<Features, Row, CellValue>[]>(
    () =>
      latest.current.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => {
          const value = latest.current.find((one) => one.id === column.id)?.value(row)
          return isAbsent(value) ? undefined : value
        },
        sortUndefined: 'last' as const,
        sortDescFirst: false,
        sortFn: sorterOf<Row>(column),
      })),
    [shape],
  )
  const table = useTable<Features, Row>({
    features,
    data: filtered,
    columns: defs as ColumnDef<Features, Row>[],
    state: { sorting: view.sorting, columnVisibility: view.visible as Record<string, boolean> },
    enableMultiSort: false,
  })
  const shown = new Set(table.getVisibleLeafColumns().map((column) => column.id))
  return {
    rows: table.getRowModel().rows.map((row) => row.original),
    columns: columns.filter((column) => column.fixed || shown.has(column.id)),
  }
}

function sorterOf<Row extends object>(column: Column<Row>): SortFn<Features, Row> {
  const compare = compareAs(column.kind ?? 'text', new Map())
  return (a, b, id) => compare(a.getValue<CellValue>(id), b.getValue<CellValue>(id))
}
