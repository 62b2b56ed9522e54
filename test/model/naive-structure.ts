/**
 * Structure's questions answered in the slowest and plainest way: for a day, all acts up to it are replayed in order over a plain map.
 * Nothing here is shared with the product; only the published form of a history is.
 */
export interface NaiveUnit {
  type: string
  name: string
  shortName: string | null
  parent: string | null
  covered: boolean
  belowCovered: boolean
  restricted: boolean
}
export interface NaiveAct {
  key: string
  kind: string
  effective: { on: string; precision: string }
  source: string
  recordedAt?: string
  firstRecorded?: { at: string; on: string }
  opens: ({ unit: string } & Omit<NaiveUnit, 'shortName'> & { shortName?: string })[]
  changes: ({ unit: string } & Partial<NaiveUnit>)[]
  ends: string[]
  lineage: { from: string; to: string }[]
}
interface During {
  unit: string
  from: string
  until?: string
  source: string
}
export interface NaiveHistory {
  format: 'lienchi-history/1'
  name: string
  title: { vi: string; en: string }
  sources: { key: string; title: { vi: string; en: string }; grade: string }[]
  acts: NaiveAct[]
  facts: (During & { kind: string; value: string })[]
  aliases: (During & { name: string })[]
  organs: (During & { key: string; kind: string; name: string; aliases?: string[] })[]
  counterparts: (During & { key: string; kind: string; name: string })[]
  figures: {
    unit: string
    measure: string
    value: number
    asOf: { on: string; precision: string }
    definition: { vi: string; en: string }
    source: string
  }[]
}
/** All units that live on a day. */
export type World = Map<string, NaiveUnit>

/** The world on a day; with `known`, only by what had been recorded up to that instant, as it was believed then. */
export function worldOn(history: NaiveHistory, day: string, known?: string): World {
  const world: World = new Map()
  const happened: { on: string; index: number; act: NaiveAct }[] = []
  history.acts.forEach((act, index) => {
    let on = act.effective.on
    if (known !== undefined) {
      const first = act.firstRecorded
      const seen = first ? first.at <= known : act.recordedAt !== undefined && act.recordedAt <= known
      if (!seen) return
      if (first && act.recordedAt! > known) on = first.on
    }
    if (on <= day) happened.push({ on, index, act })
  })
  happened.sort((a, b) => (a.on === b.on ? a.index - b.index : a.on < b.on ? -1 : 1))
  for (const { act } of happened) {
    for (const { unit, ...state } of act.opens) world.set(unit, { ...state, shortName: state.shortName ?? null })
    for (const { unit, ...change } of act.changes)
      if (world.has(unit)) world.set(unit, { ...world.get(unit)!, ...change })
    for (const unit of act.ends) world.delete(unit)
  }
  return world
}

/** The days on which anything happens, in order. */
export function daysOfActs(history: NaiveHistory): string[] {
  return [...new Set(history.acts.map((act) => act.effective.on))].sort()
}

export interface NaiveStretch extends NaiveUnit {
  from: string
  until: string | null
}

/** The life of a unit in stretches without a change. */
export function stretchesOf(history: NaiveHistory, unit: string): NaiveStretch[] {
  const stretches: NaiveStretch[] = []
  for (const day of daysOfActs(history)) {
    const state = worldOn(history, day).get(unit)
    const last = stretches.at(-1)
    const open = last && last.until === null ? last : undefined
    if (!state) {
      if (open) open.until = day
    } else if (!open) stretches.push({ ...state, from: day, until: null })
    else if (!sameUnit(open, state)) {
      open.until = day
      stretches.push({ ...state, from: day, until: null })
    }
  }
  return stretches
}

export function sameUnit(a: NaiveUnit, b: NaiveUnit): boolean {
  const keys = ['type', 'name', 'shortName', 'parent', 'covered', 'belowCovered', 'restricted'] as const
  return keys.every((key) => a[key] === b[key])
}

/** The superiors of a unit in a world, the highest first; as known on a day the line may end where no superior is known. */
export function superiors(world: World, unit: string): string[] {
  const line: string[] = []
  for (let up = world.get(unit)?.parent ?? null; up !== null && world.has(up); up = world.get(up)?.parent ?? null)
    line.unshift(up)
  return line
}

/** How many units of each type stand below a unit, directly and at any depth. */
export function countsBelow(world: World, top: string): Map<string, { direct: number; below: number }> {
  const counts = new Map<string, { direct: number; below: number }>()
  for (const [unit, state] of world) {
    const line = superiors(world, unit)
    if (!line.includes(top)) continue
    const count = counts.get(state.type) ?? { direct: 0, below: 0 }
    count.below += 1
    if (state.parent === top) count.direct += 1
    counts.set(state.type, count)
  }
  return counts
}

/** Whether sources say what a count below a unit would count: directly, or at any depth. */
export function countable(world: World, unit: string, direct: boolean): boolean {
  if (!world.get(unit)?.covered) return false
  const others = direct ? [] : [...world.keys()].filter((other) => superiors(world, other).includes(unit))
  return [unit, ...others].every((one) => world.get(one)!.belowCovered)
}

/** A measure of a unit on a day; null where the model does not count it, or no source says what there was to count. */
export function measured(
  world: World,
  unit: string,
  how: { direct: boolean; types: readonly string[] } | null,
): number | null {
  if (how === null || !countable(world, unit, how.direct)) return null
  const counts = countsBelow(world, unit)
  return how.types.reduce((sum, type) => sum + (counts.get(type)?.[how.direct ? 'direct' : 'below'] ?? 0), 0)
}

/** All edges of lineage at most so many acts away from a unit, in one direction. */
export function lineageFrom(history: NaiveHistory, unit: string, direction: 'back' | 'on', steps: number): Set<string> {
  const all = history.acts.flatMap((act) => act.lineage.map((edge) => ({ ...edge, act: act.key })))
  const edges = new Set<string>()
  let here = new Set([unit])
  for (let step = 0; step < steps && here.size > 0; step++) {
    const next = new Set<string>()
    for (const edge of all) {
      const [near, far] = direction === 'back' ? [edge.to, edge.from] : [edge.from, edge.to]
      if (!here.has(near)) continue
      edges.add(`${edge.from} ${edge.to} ${edge.act}`)
      next.add(far)
    }
    here = next
  }
  return edges
}

/** A text as a careless person types it. */
export function careless(text: string): string {
  let out = ''
  for (const sign of text.normalize('NFD')) {
    if (/\p{M}/u.test(sign)) continue
    out += sign === 'Đ' || sign === 'đ' ? 'd' : sign.toLowerCase()
  }
  return out.split(/\s+/).filter(Boolean).join(' ')
}

/** Units that a text finds: all its words in a name with its abbreviation, in an alias or in an organ's name, or the symbol of documents. */
export function findable(history: NaiveHistory, text: string): Set<string> {
  const words = careless(text).split(' ')
  const bare = (said: string) => careless(said).replace(/[^a-z0-9]/g, '')
  const holds = (said: string) => words.every((word) => careless(said).includes(word))
  const units = new Set(history.acts.flatMap((act) => act.opens.map((open) => open.unit)))
  return new Set(
    [...units].filter(
      (unit) =>
        stretchesOf(history, unit).some((s) => holds(`${s.name} ${s.shortName ?? ''}`)) ||
        history.aliases.some((alias) => alias.unit === unit && holds(alias.name)) ||
        history.organs.some((organ) => organ.unit === unit && [organ.name, ...(organ.aliases ?? [])].some(holds)) ||
        history.facts.some((f) => f.unit === unit && f.kind === 'document_symbol' && bare(f.value) === bare(text)),
    ),
  )
}
