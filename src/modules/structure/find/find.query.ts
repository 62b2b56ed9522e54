import { handle } from '#kernel/server/handle.ts'
import { listLinks } from '../card/stretches.read.ts'
import { find } from './find.contract.ts'
import {
  type Hit,
  listByAlias,
  listByOrgan,
  listBySymbol,
  listFormer,
  listPresent,
  pathsOf,
  type Search,
} from './find.read.ts'

export default handle(find, async ({ db, asOf }, { text, under, limit }) => {
  const search: Search = { text, asOf, under, limit: limit + 1 }
  // Whole symbols and aliases first, then the names of the day; names of other days, aliases and organs only where room is left.
  const hits = new Map<string, Hit>()
  for (const list of [listBySymbol, listByAlias, listPresent, listFormer, listByOrgan]) {
    if (hits.size > limit) break
    for (const hit of await list(db, search)) if (!hits.has(hit.id)) hits.set(hit.id, hit)
  }
  const shown = [...hits.values()].sort((a, b) => Number(b.alive) - Number(a.alive)).slice(0, limit)
  const paths = await pathsOf(db, shown, asOf)
  const names = await listLinks(db, [...new Set([...paths.values()].flat())], asOf)
  const units = shown.map(({ life, ...hit }) => ({
    ...hit,
    from: life.from,
    until: life.until,
    path: (paths.get(hit.id) ?? []).map((id) => ({ id, name: names.get(id) ?? null })),
  }))
  return { units, more: hits.size > limit }
})
