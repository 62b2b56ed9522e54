import type { ReactNode } from 'react'
import { fold } from '#kernel/contract/fold.ts'
import { byKey, personSortKey, sortKey } from '#kernel/contract/sort-key.ts'

/** What can stand in a cell for sorting, filtering and export. Dates are ISO strings. */
export type CellValue = string | number | boolean | null | undefined

/**
 * How a column is aligned and sorted: `text` in Vietnamese order · `person` by given name · `number` at the right ·
 * `date` an ISO day, shown dd/MM/yyyy.
 */
export type ColumnKind = 'text' | 'person' | 'number' | 'date'

/** One column of a table. */
export interface Column<Row> {
  readonly id: string
  /** The heading, already in the person's language. */
  readonly title: string
  readonly kind?: ColumnKind
  readonly value: (row: Row) => CellValue
  /** How it is shown; the value as its kind writes it when not said. */
  readonly cell?: (row: Row) => ReactNode
  /** Width in rem. Text columns without one share what is left. */
  readonly width?: number
  /** Not shown at first; the person may choose it. */
  readonly hidden?: boolean
  /** Cannot be put away (the column that names the row). */
  readonly fixed?: boolean
  /** What stands under the column: a total over the rows shown. */
  readonly footer?: (rows: readonly Row[]) => ReactNode
}

/** Compares two values of a kind; what is absent comes last in either direction, so it answers that apart. */
export function compareAs(kind: ColumnKind, keys: Map<string, string>): (a: CellValue, b: CellValue) => number {
  if (kind === 'number') return (a, b) => Number(a) - Number(b)
  if (kind === 'date') return (a, b) => byKey(String(a), String(b))
  const make = kind === 'person' ? personSortKey : sortKey
  const keyOf = (value: CellValue): string => {
    const text = String(value)
    const known = keys.get(text)
    if (known !== undefined) return known
    const made = make(text)
    keys.set(text, made)
    return made
  }
  return (a, b) => byKey(keyOf(a), keyOf(b))
}

/** The folded text of a row for the filter: every column, also the hidden ones. */
export function foldedRow<Row>(columns: readonly Column<Row>[], row: Row, dates: (iso: string) => string): string {
  return fold(
    columns
      .map((column) => {
        const value = column.value(row)
        if (value === null || value === undefined) return ''
        return column.kind === 'date' ? dates(String(value)) : String(value)
      })
      .join(' '),
  )
}

/** Whether a value counts as absent. */
export function isAbsent(value: CellValue): boolean {
  return value === null || value === undefined || value === ''
}
