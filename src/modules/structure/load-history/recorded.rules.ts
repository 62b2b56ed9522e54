import type { Instant, PlainDate } from '#kernel/contract/dates.ts'
import { type Stretch, timelineOf, type UnitDeed } from '../timeline.rules.ts'
import type { HistoryAct } from './history.contract.ts'

type Deeds = ReadonlyMap<string, readonly UnitDeed[]>

/** What became known at one recorded time. */
export interface Belief {
  readonly at: Instant
  /** Acts first recorded then, each with the effective day believed then. */
  readonly acts: readonly HistoryAct[]
  /** Acts recorded before with a wrong effective day, which is corrected then. */
  readonly corrected: readonly HistoryAct[]
  /** The lives of the units that these acts touch, as believed before and after. */
  readonly lives: readonly { unit: string; before: readonly Stretch[]; after: readonly Stretch[] }[]
}

/** When an act was first recorded, rightly or wrongly. */
export function firstRecordedAt(act: HistoryAct, now: Instant): Instant {
  return act.firstRecorded?.at ?? act.recordedAt ?? now
}

/** The units that an act touches. */
export function touchedBy(act: HistoryAct): string[] {
  return [...act.opens.map((open) => open.unit), ...act.changes.map((change) => change.unit), ...act.ends]
}

/** A unit's deeds out of known acts, in the order of the days that were believed. */
export function deedsKnown(deeds: Deeds, unit: string, believed: ReadonlyMap<string, PlainDate>): UnitDeed[] {
  return (deeds.get(unit) ?? [])
    .filter((deed) => believed.has(deed.act))
    .map((deed) => ({ ...deed, on: believed.get(deed.act)! }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/**
 * A history in the order in which it became known: so rows that were believed for a time are kept as believed, and "as known on" has
 * something to say. Acts come in effective order.
 */
export function* beliefs(acts: readonly HistoryAct[], deeds: Deeds, now: Instant): Generator<Belief> {
  const news = acts.flatMap((act) => {
    const right = { at: act.recordedAt ?? now, act, on: act.effective.on, corrects: act.firstRecorded !== undefined }
    return act.firstRecorded ? [{ ...act.firstRecorded, act, corrects: false }, right] : [right]
  })
  const believed = new Map<string, PlainDate>()
  const lives = new Map<string, readonly Stretch[]>()
  const byTime = Map.groupBy(news, ({ at }) => at)
  for (const at of [...byTime.keys()].sort()) {
    const group = byTime.get(at)!
    for (const { act, on } of group) believed.set(act.key, on)
    yield {
      at,
      acts: group
        .filter((one) => !one.corrects)
        .map(({ act, on }) => ({ ...act, effective: { ...act.effective, on } })),
      corrected: group.filter((one) => one.corrects).map(({ act }) => act),
      lives: [...new Set(group.flatMap(({ act }) => touchedBy(act)))].map((unit) => {
        const before = lives.get(unit) ?? []
        const after = timelineOf(deedsKnown(deeds, unit, believed)).stretches
        lives.set(unit, after)
        return { unit, before, after }
      }),
    }
  }
}
