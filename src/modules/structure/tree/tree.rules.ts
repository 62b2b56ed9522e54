import type { TreeUnit } from './tree.contract.ts'

/** A unit of the tree before its figure stands beside it. */
export type TreeRow = Omit<TreeUnit, 'figure'>

/**
 * Puts units (already in the order of their names) in the order of the tree: depth first, each superior before what stands below it,
 * siblings by the rank of their type and then by name. What hangs on a superior that is not shown (a restricted name out of reach) is
 * left out. `levels` counts from the top of the answer.
 */
export function arrange(
  rows: readonly TreeRow[],
  ranks: ReadonlyMap<string, number>,
  top?: string,
  levels = 100,
): TreeRow[] {
  const below = Map.groupBy(rows, (row) => (row.id === top ? null : row.parentId))
  const rankOf = (row: TreeRow) => ranks.get(row.type) ?? Number.MAX_SAFE_INTEGER
  for (const siblings of below.values()) siblings.sort((a, b) => rankOf(a) - rankOf(b))
  const arranged: TreeRow[] = []
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
