/** A small random generator with a seed: the same seed gives the same history everywhere. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
}

/** Makes a generator from a seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 4_294_967_296
  }
  for (let i = 0; i < 8; i++) next()
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return { int, chance: (probability) => next() < probability, pick: (list) => list[int(0, list.length - 1)]! }
}

/** A day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A day between two, both included. */
export function dayBetween(random: Random, from: string, until: string): string {
  return dayAfter(from, random.int(0, Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)))
}
