import type { Judged, KnownUnit } from './judged.rules.ts'

/** Rows that would come to stand under themselves, however far above. */
export function findCircles(judged: readonly Judged[], byId: ReadonlyMap<string, KnownUnit>): ReadonlySet<number> {
  const byNo = new Map(judged.map((one) => [one.no, one]))
  const byUnit = new Map(judged.flatMap((one) => (one.unitId && one.wanted ? [[one.unitId, one] as const] : [])))
  const above = (key: string): string | null => {
    const one = key.startsWith('row ') ? byNo.get(Number(key.slice(4))) : byUnit.get(key)
    const superior = one?.wanted?.superior
    if (superior) return 'unit' in superior ? superior.unit : `row ${superior.row}`
    return byId.get(key)?.parentId ?? null
  }
  const safe = new Set<string>()
  const circling = new Set<string>()
  for (const one of judged) {
    const line: string[] = []
    const seen = new Set<string>()
    let at: string | null = keyOf(one)
    while (at !== null && !safe.has(at) && !circling.has(at) && !seen.has(at)) {
      line.push(at)
      seen.add(at)
      at = above(at)
    }
    // Whoever stands under a circle hangs on no root either.
    const kind = at !== null && (seen.has(at) || circling.has(at)) ? circling : safe
    for (const key of line) kind.add(key)
  }
  return new Set(judged.filter((one) => one.wanted && circling.has(keyOf(one))).map(({ no }) => no))
}

function keyOf(one: Judged): string {
  return one.unitId ?? `row ${one.no}`
}
