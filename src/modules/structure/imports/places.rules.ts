import type { Layout, Taken } from './heads.rules.ts'

/** Where a column is missing, what it would say is shown at another that speaks of the same. */
const beside: Readonly<Partial<Record<Taken, Taken>>> = {
  type: 'typeCode',
  typeCode: 'type',
  parent: 'parentId',
  parentId: 'parent',
}

/** Names the cells of a row as a spreadsheet program does (`C17`); the cell of the name where the list has no such column. */
export function placeIn({ at }: Pick<Layout, 'at'>, no: number): (field: Taken) => string {
  return (field) => {
    const column = at[field] ?? at[beside[field] ?? 'name'] ?? at.name ?? 0
    return `${lettersOf(column)}${no}`
  }
}

/** `A`, `B` … `Z`, `AA` …; the column counts from 0. */
export function lettersOf(column: number): string {
  const before = Math.floor(column / 26)
  return (before > 0 ? lettersOf(before - 1) : '') + String.fromCharCode(65 + (column % 26))
}
