import type { TreeUnit } from './tree.contract.ts'

/** A unit of the tree before its figure stands beside it. */
export type TreeRow = Omit<TreeUnit, 'figure' | 'figureInvented'>
/** As much of a unit as its place in the tree rests on. */
type Placed = Pick<TreeRow, 'id' | 'parentId' | 'type'>

/** Units whose superior is not among the shown: a restricted name out of reach stands between. `top`, whose superior is not asked, is none. */
export function hangingNowhere<Row extends Placed>(rows: readonly Row[], top?: string): Row[] {
  const shown = new Set(rows.map(({ id }) => id))
  return rows.filter(({ id, parentId }) => id !== top && parentId !== null && !shown.has(parentId))
}

/** Hangs units on the nearest of their superiors that is shown, by their lines of superiors (root first); on nothing where none is. */
export function hangOnShown<Row extends Placed>(
  rows: readonly Row[],
  lines: ReadonlyMap<string, readonly string[]>,
): Row[] {
  if (lines.size === 0) return [...rows]
  const shown = new Set(rows.map(({ id }) => id))
  return rows.map((row) => {
    const line = lines.get(row.id)
    return line ? { ...row, parentId: line.findLast((id) => id !== row.id && shown.has(id)) ?? null } : row
  })
}

/**
 * Puts units (already in the order of their names) in the order of the tree: depth first, each superior before what stands below it,
 * siblings by the rank of their type and then by name. `levels` counts from the top of the answer.
 */
export function arrange<Row extends Placed>(
  rows: readonly Row[],
  ranks: ReadonlyMap<string, number>,
  top?: string,
  levels = 100,
): Row[] {
  const below = Map.groupBy(rows, (row) => (row.id === top ? null : row.parentId))
  const rankOf = (row: Row) => ranks.get(row.type) ?? Number.MAX_SAFE_INTEGER
  for (const siblings of below.values()) siblings.sort((a, b) => rankOf(a) - rankOf(b))
  const arranged: Row[] = []
  const visit = (parent: string | null, level: number) => {
    for (const row of below.get(parent) ?? []) {
      arranged.push(row)
      if (level < levels) visit(row.id, level + 1)
    }
  }
  visit(null, 0)
  return arranged
}

/** Units of the asked types with the superiors that lead to them, in the order they had. */
export function keepOfTypes(arranged: readonly TreeRow[], types: ReadonlySet<string>): TreeRow[] {
  const byId = new Map(arranged.map((row) => [row.id, row]))
  const kept = new Set<string>()
  for (const row of arranged) {
    if (!types.has(row.type)) continue
    for (let step: TreeRow | undefined = row; step && !kept.has(step.id); step = byId.get(step.parentId ?? ''))
      kept.add(step.id)
  }
  return arranged.filter((row) => kept.has(row.id))
}
