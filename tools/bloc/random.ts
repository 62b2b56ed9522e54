/** A small pseudo-random source: the same seed gives the same history on every machine. */
export type Random = {
  /** A number in [0, 1). */
  next(): number
  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the list, an entry twice as heavy twice as often. */
  weighted<T>(list: readonly T[], weight: (item: T) => number): T
  shuffled<T>(list: readonly T[]): T[]
}

/** mulberry32: 32 bits of state, good enough for inventing names and days. */
export function random(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const at = <T>(list: readonly T[], index: number): T => {
    if (list.length === 0) throw new Error('nothing to pick from')
    return list[index] as T
  }
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => at(list, int(0, list.length - 1)),
    weighted(list, weight) {
      let rest = next() * list.reduce((sum, item) => sum + weight(item), 0)
      for (const item of list) {
        rest -= weight(item)
        if (rest < 0) return item
      }
      return at(list, list.length - 1)
    },
    shuffled(list) {
      const copy = [...list]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i)
        const kept = copy[i]
        copy[i] = copy[j] as (typeof copy)[number]
        copy[j] = kept as (typeof copy)[number]
      }
      return copy
    },
  }
}

/** Splits a whole into integer shares in proportion to weights, none below `least`; the shares add up exactly. */
export function apportion(whole: number, weights: readonly number[], least: number): number[] {
  const free = whole - least * weights.length
  if (free < 0) throw new Error(`cannot split ${whole} into ${weights.length} shares of at least ${least}`)
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((w) => (free * w) / sum)
  const shares = exact.map(Math.floor)
  const left = free - shares.reduce((a, b) => a + b, 0)
  const byRest = exact.map((x, i) => [x - Math.floor(x), i] as const).sort((a, b) => b[0] - a[0] || a[1] - b[1])
  for (const [, i] of byRest.slice(0, left)) shares[i] = (shares[i] ?? 0) + 1
  return shares.map((share) => share + least)
}
