import type { TreeUnit } from './tree.contract.ts'

/** A line of the printed list. */
export interface ListLine {
  readonly unit: TreeUnit
  /** 1, 2, 3 … of the first level; 1.1, 1.2 … below; deeper likewise. */
  readonly number: string
  readonly level: number
}

/** The units below the first one (the list's own subject), numbered by level in the order given: parents before children. */
export function numbered(units: readonly TreeUnit[]): readonly ListLine[] {
  const [top, ...below] = units
  if (!top) return []
  const children = Map.groupBy(below, (unit) => unit.parentId)
  const lines: ListLine[] = []
  const visit = (parent: string, prefix: string, level: number): void => {
    for (const [at, unit] of (children.get(parent) ?? []).entries()) {
      const number = `${prefix}${at + 1}`
      lines.push({ unit, number, level })
      visit(unit.id, `${number}.`, level + 1)
    }
  }
  visit(top.id, '', 1)
  return lines
}
