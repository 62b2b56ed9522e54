import type { History } from '#modules/structure/load-history/history.contract.ts'

/** What a unit was in a half-open period of days. */
export type Version = {
  unit: string
  from: string
  until: string | undefined
  type: string
  name: string
  parent: string | null
  covered: boolean
  belowCovered: boolean
}
export type Life = { from: string; until: string | undefined }
export type Replayed = { versions: Map<string, Version[]>; lives: Map<string, Life>; faults: string[] }

/** Whether a day lies in a period. */
export const holds = (period: { from: string; until?: string | undefined }, day: string) =>
  period.from <= day && (period.until === undefined || day < period.until)

/** Replays the acts of a history into versions of units. Contradictions are collected, not thrown. */
export function replay(history: History): Replayed {
  const versions = new Map<string, Version[]>()
  const lives = new Map<string, Life>()
  const faults: string[] = []
  const fault = (act: string, what: string) => faults.push(`${act}: ${what}`)
  let before = ''
  for (const act of history.acts) {
    const on = act.effective.on as string
    if (on < before) fault(act.key, `stands after an act of ${before}`)
    before = on
    for (const open of act.opens) {
      if (lives.has(open.unit)) fault(act.key, `opens ${open.unit} again`)
      lives.set(open.unit, { from: on, until: undefined })
      const { unit, type, name, parent, covered, belowCovered } = open
      versions.set(unit, [{ unit, from: on, until: undefined, type, name, parent, covered, belowCovered }])
    }
    for (const change of act.changes) {
      const list = versions.get(change.unit)
      const last = list?.at(-1)
      if (!list || !last || last.until !== undefined) fault(act.key, `changes ${change.unit}, which does not live`)
      else if (last.from >= on) fault(act.key, `changes ${change.unit} on the day of its last version`)
      else {
        last.until = on
        const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
        list.push({ ...last, ...named, from: on, until: undefined })
      }
    }
    for (const unit of act.ends) {
      const life = lives.get(unit)
      const last = versions.get(unit)?.at(-1)
      if (!life || !last || life.until !== undefined) fault(act.key, `ends ${unit}, which does not live`)
      else if (last.from >= on) fault(act.key, `ends ${unit} on the day of its last version`)
      else {
        life.until = on
        last.until = on
      }
    }
    for (const { from, to } of act.lineage) {
      if (!lives.has(from) || !lives.has(to)) fault(act.key, `lineage ${from} to ${to} names a unit that never lived`)
      if (from === to) fault(act.key, `${from} descends from itself`)
    }
  }
  return { versions, lives, faults }
}

/** The version of every unit that lives on the day. */
export function standing(replayed: Replayed, day: string): Map<string, Version> {
  const out = new Map<string, Version>()
  for (const [unit, list] of replayed.versions) {
    const version = list.find((v) => holds(v, day))
    if (version) out.set(unit, version)
  }
  return out
}

/** How many units of each type stand under a unit on a day, directly and at any depth; null where no source says what stood there. */
export function countBelow(
  on: Map<string, Version>,
  root: string,
): { direct: Map<string, number> | null; below: Map<string, number> | null } {
  const direct = new Map<string, number>()
  const below = new Map<string, number>()
  const inside = new Map<string, boolean>([[root, true]])
  const isInside = (unit: string): boolean => {
    const known = inside.get(unit)
    if (known !== undefined) return known
    const parent = on.get(unit)?.parent ?? null
    const answer = parent !== null && isInside(parent)
    inside.set(unit, answer)
    return answer
  }
  for (const v of on.values()) {
    if (v.unit === root || !isInside(v.unit)) continue
    below.set(v.type, (below.get(v.type) ?? 0) + 1)
    if (v.parent === root) direct.set(v.type, (direct.get(v.type) ?? 0) + 1)
  }
  const told = (v: Version | undefined) => v?.covered === true && v.belowCovered
  const toldBelow = [...on.values()].every((v) => told(v) || !isInside(v.unit))
  return { direct: told(on.get(root)) ? direct : null, below: toldBelow ? below : null }
}
