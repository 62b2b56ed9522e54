import type { PlainDate } from '#kernel/contract/dates.ts'
import { byKey, sortKey } from '#kernel/contract/sort-key.ts'

/** A unit's life as the lanes need it. */
export interface Life {
  readonly id: string
  readonly name: string
  readonly from: PlainDate
  readonly until: PlainDate | null
}

/** Who went on in whom. */
export interface Edge {
  readonly from: string
  readonly to: string
}

/** The end of an open life, after every day. */
const never = '9999-12-31' as PlainDate

/**
 * The height of each unit in the picture, in lanes: the unit asked about at 0, its predecessors spread around the one they went on in,
 * its successors around the one they came from; the longest life of each group in its middle. No two lives share a lane at a time.
 */
export function lanes(focal: string, units: readonly Life[], edges: readonly Edge[]): ReadonlyMap<string, number> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const wished = new Map<string, number>([[focal, 0]])
  for (const [near, far] of [
    ['to', 'from'],
    ['from', 'to'],
  ] as const) {
    const next = (id: string) => edges.filter((edge) => edge[near] === id).map((edge) => edge[far])
    for (const [id, lane] of spread(focal, next, byId)) if (!wished.has(id)) wished.set(id, lane)
  }
  return settle(focal, units, wished)
}

/** One direction as a tree: every leaf gets a lane, every other unit stands in the middle of what leads to it. */
function spread(
  focal: string,
  next: (id: string) => readonly string[],
  byId: ReadonlyMap<string, Life>,
): ReadonlyMap<string, number> {
  const seen = new Set([focal])
  const lane = new Map<string, number>()
  let leaves = 0
  const visit = (id: string): number => {
    const below: string[] = []
    for (const one of middleOut(next(id).flatMap((other) => byId.get(other) ?? []))) {
      if (seen.has(one.id)) continue
      seen.add(one.id)
      below.push(one.id)
    }
    const places = below.map(visit)
    const at = places.length === 0 ? leaves++ : (Math.min(...places) + Math.max(...places)) / 2
    lane.set(id, at)
    return at
  }
  visit(focal)
  const middle = (Math.max(leaves, 1) - 1) / 2
  return new Map([...lane].map(([id, at]) => [id, at - middle]))
}

/** In order of beginning, then of the Vietnamese alphabet; a life much longer than the others' goes to the middle of the group. */
function middleOut(lives: readonly Life[]): readonly Life[] {
  const sorted = [...lives].sort((a, b) => byKey(a.from, b.from) || byKey(sortKey(a.name), sortKey(b.name)))
  const oldest = sorted[0]
  const second = sorted[1]
  if (!oldest || !second || sorted.length < 3 || yearOf(second) - yearOf(oldest) < 10) return sorted
  const rest = sorted.slice(1)
  const half = Math.floor(rest.length / 2)
  return [...rest.slice(0, half), oldest, ...rest.slice(half)]
}

function yearOf(life: Life): number {
  return Number(life.from.slice(0, 4))
}

/** Moves what would lie upon another life to the nearest free lane; the unit asked about stays. */
function settle(
  focal: string,
  units: readonly Life[],
  wished: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const settled = new Map<string, number>()
  const want = (unit: Life) => wished.get(unit.id) ?? 0
  const order = [...units].sort(
    (a, b) => Number(b.id === focal) - Number(a.id === focal) || Math.abs(want(a)) - Math.abs(want(b)),
  )
  for (const unit of order) {
    const free = (lane: number) =>
      order.every((other) => {
        const at = settled.get(other.id)
        return at === undefined || Math.abs(at - lane) > 0.95 || !meet(unit, other)
      })
    let lane = want(unit)
    for (let step = 1; !free(lane); step += 1) {
      const side = want(unit) >= 0 === (step % 2 === 1) ? 1 : -1
      lane = want(unit) + side * Math.ceil(step / 2)
    }
    settled.set(unit.id, lane)
  }
  return settled
}

function meet(a: Life, b: Life): boolean {
  return a.from < (b.until ?? never) && b.from < (a.until ?? never)
}
