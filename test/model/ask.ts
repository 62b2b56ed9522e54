import { idOf } from '#modules/structure/index.server.ts'
import { harness } from '../harness.ts'
import type { NaiveHistory } from './naive-structure.ts'
import { randomHistory } from './random-history.ts'

/** A random history loaded into the product, with the ways between its keys and the product's ids. */
export interface Loaded {
  readonly history: NaiveHistory
  id(key: string): string
  actId(key: string): string
  /** The key of a unit of this history; undefined for a stranger's. */
  key(id: string): string | undefined
  ask<T>(capability: string, input: unknown): Promise<T>
}

/** Loads a random history; its file, and with it every name in it, is its own. */
export async function loadRandom(seed: number, prefix = 'mau'): Promise<Loaded> {
  const { found } = await harness()
  const history = randomHistory(
    seed,
    `${prefix}${seed.toString(36)}x${Math.trunc(performance.now() * 1000).toString(36)}`,
  )
  await found('structure.load-history', { history })
  const units = history.acts.flatMap((act) => act.opens.map((open) => open.unit))
  const keys = new Map(units.map((unit) => [idOf(history.name, 'unit', unit), unit]))
  return {
    history,
    id: (key) => idOf(history.name, 'unit', key),
    actId: (key) => idOf(history.name, 'act', key),
    key: (id) => keys.get(id),
    ask: async <T>(capability: string, input: unknown) => (await found(capability, input)) as T,
  }
}
