import type { History } from './history.contract.ts'

/** The place in the file where an act says something of a unit: `acts[12].changes[3].parent`, or as near as can be. */
export type PlaceOf = (act: string, unit?: string, field?: 'parent' | 'type') => string

/** Finds places in a file by the keys of acts and units. */
export function placesOf(history: History): PlaceOf {
  const acts = new Map(history.acts.map((act, index) => [act.key, { act, at: `acts[${index}]` }]))
  return (key, unit, field) => {
    const { act, at } = acts.get(key)!
    if (unit === undefined) return at
    for (const list of ['opens', 'changes'] as const) {
      const index = act[list].findIndex((entry) => entry.unit === unit)
      if (index < 0) continue
      const said = field !== undefined && act[list][index]![field] !== undefined
      return `${at}.${list}[${index}]${said ? `.${field}` : ''}`
    }
    const index = act.ends.indexOf(unit)
    return index < 0 ? at : `${at}.ends[${index}]`
  }
}
