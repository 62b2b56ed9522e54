/** Times of one thing asked many times, in milliseconds. */
export interface Times {
  readonly p50: number
  readonly p99: number
}

/** The p50 and p99 of some times. */
export function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}

/** Asks two things in turn, A B A B …, so that a machine that slows down slows both; the first tenth warms up and is not counted. */
export async function interleaved(
  times: number,
  a: () => Promise<unknown>,
  b: () => Promise<unknown>,
): Promise<[Times, Times]> {
  const [ofA, ofB]: [number[], number[]] = [[], []]
  const warm = Math.ceil(times / 10)
  for (let i = 0; i < times + warm; i++) {
    for (const [run, into] of [
      [a, ofA],
      [b, ofB],
    ] as const) {
      const began = performance.now()
      await run()
      if (i >= warm) into.push(performance.now() - began)
    }
  }
  return [timesOf(ofA), timesOf(ofB)]
}
