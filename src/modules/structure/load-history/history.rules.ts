import type { Instant } from '#kernel/contract/dates.ts'
import { checkCircles, checkParents, type Lives, type Move } from '../lives.rules.ts'
import { lifeOf, type Stretch, timelineOf, type UnitDeed, type UnitState } from '../timeline.rules.ts'
import type { Blame, Contradiction, Frame } from './contradiction.rules.ts'
import { checkBelongings, checkKeys, checkTexts } from './file.rules.ts'
import type { History, HistoryAct } from './history.contract.ts'
import { type PlaceOf, placesOf } from './places.rules.ts'
import { deedsKnown, firstRecordedAt, touchedBy } from './recorded.rules.ts'

/** A history understood: acts in effective order and the life of every unit. */
export interface Replayed {
  readonly acts: readonly HistoryAct[]
  readonly deeds: ReadonlyMap<string, readonly UnitDeed[]>
  readonly lives: ReadonlyMap<string, readonly Stretch[]>
  readonly contradictions: readonly Contradiction[]
}

/** At most so many places are named; more would not help a person. */
const named = 200

/**
 * Replays a history: puts its acts in order, builds every unit's life, and names every place where the file contradicts itself or the
 * frame. Touches nothing.
 */
export function replay(history: History, frame: Frame, now: Instant): Replayed {
  const found: Contradiction[] = []
  const blame: Blame = (at, code, what) => {
    if (found.length < named) found.push({ at, code, what })
  }
  const placeOf = placesOf(history)
  checkTexts(history, blame)
  checkKeys(history, blame)
  const acts = history.acts
    .map((act, index) => ({ act, index }))
    .sort((a, b) =>
      a.act.effective.on < b.act.effective.on ? -1 : a.act.effective.on > b.act.effective.on ? 1 : a.index - b.index,
    )
    .map(({ act }) => act)
  const invented = new Set(
    history.sources.filter((source) => source.grade === 'illustrative').map((source) => source.key),
  )
  const deeds = deedsOf(acts, invented)
  const lives = new Map<string, readonly Stretch[]>()
  for (const [unit, list] of deeds) {
    const { stretches, misfits } = timelineOf(list)
    for (const misfit of misfits) blame(placeOf(misfit.act, unit), misfit.code, unit)
    if (stretches.length > 0) lives.set(unit, stretches)
  }
  checkParents(lives, placeOf, frame, blame)
  checkCircles(movesOf(acts), lives, placeOf, blame)
  checkLineage(acts, lives, placeOf, blame)
  checkRecorded(acts, deeds, lives, placeOf, blame, now)
  checkBelongings(history, lives, frame, blame)
  return { acts, deeds, lives, contradictions: found }
}

/** What every act does to every unit, by unit, in effective order. */
export function deedsOf(acts: readonly HistoryAct[], invented: ReadonlySet<string>): Map<string, UnitDeed[]> {
  const deeds = new Map<string, UnitDeed[]>()
  const add = (unit: string, deed: UnitDeed) => {
    const list = deeds.get(unit)
    if (list) list.push(deed)
    else deeds.set(unit, [deed])
  }
  for (const act of acts) {
    const base = {
      act: act.key,
      on: act.effective.on,
      mayChangeNothing: act.kind === 'restructure' || act.kind === 'record',
      illustrative: invented.has(act.source),
    }
    for (const { unit, ...state } of act.opens)
      add(unit, { ...base, open: { ...state, shortName: state.shortName ?? null } })
    for (const { unit, ...change } of act.changes) add(unit, { ...base, change: withoutAbsent(change) })
    for (const unit of act.ends) add(unit, { ...base, end: true })
  }
  return deeds
}

function withoutAbsent(change: Record<string, unknown>): Partial<UnitState> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

/** Whom the acts put under another. */
function movesOf(acts: readonly HistoryAct[]): Move[] {
  return acts.flatMap((act) =>
    [...act.opens, ...act.changes.filter((change) => change.parent !== undefined)].map(({ unit }) => ({
      act: act.key,
      unit,
      on: act.effective.on,
    })),
  )
}

/** Lineage joins units that live at the act. */
function checkLineage(acts: readonly HistoryAct[], lives: Lives, placeOf: PlaceOf, blame: Blame): void {
  for (const act of acts) {
    const day = act.effective.on
    act.lineage.forEach(({ from, to }, j) => {
      const origin = lives.get(from)
      const result = lives.get(to)
      if (origin && lifeOf(origin).from > day) blame(`${placeOf(act.key)}.lineage[${j}].from`, 'does_not_live', from)
      if (!result) return
      const life = lifeOf(result)
      if (life.from > day || (life.until !== null && life.until <= day))
        blame(`${placeOf(act.key)}.lineage[${j}].to`, 'does_not_live', to)
    })
  }
}

/**
 * Nothing is recorded before what it stands on, or in the future; what was first recorded with another day was corrected later, and
 * fitted into the lives of its units as they were believed then.
 */
function checkRecorded(
  acts: readonly HistoryAct[],
  deeds: Replayed['deeds'],
  lives: Lives,
  placeOf: PlaceOf,
  blame: Blame,
  now: Instant,
): void {
  const recorded = new Map(acts.map((act) => [act.key, firstRecordedAt(act, now)]))
  for (const act of acts) {
    const place = placeOf(act.key)
    const at = act.recordedAt ?? now
    const first = firstRecordedAt(act, now)
    const firstPlace = act.firstRecorded ? `${place}.firstRecorded.at` : `${place}.recordedAt`
    if (at > now) blame(`${place}.recordedAt`, 'recorded_in_the_future', at)
    if (act.firstRecorded && first >= at) blame(firstPlace, 'recorded_before_what_it_stands_on', act.key)
    const standsOn = [
      ...[...act.opens, ...act.changes].flatMap((c) => (c.parent ? [c.parent] : [])),
      ...act.changes.map((change) => change.unit),
      ...act.ends,
      ...act.lineage.flatMap(({ from, to }) => [from, to]),
    ]
    for (const unit of standsOn) {
      const opener = lives.get(unit)?.[0]?.openedBy
      if (opener && recorded.get(opener)! > first) blame(firstPlace, 'recorded_before_what_it_stands_on', unit)
    }
    if (!act.firstRecorded) continue
    const known = acts.filter((other) => recorded.get(other.key)! <= first)
    const believed = new Map(
      known.map((o) => [o.key, o.firstRecorded && (o.recordedAt ?? now) > first ? o.firstRecorded.on : o.effective.on]),
    )
    for (const unit of touchedBy(act)) {
      const misfit = timelineOf(deedsKnown(deeds, unit, believed)).misfits.find(
        ({ code }) => code !== 'changes_nothing',
      )
      if (misfit) blame(`${place}.firstRecorded.on`, misfit.code, unit)
    }
  }
}
