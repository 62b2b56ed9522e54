import type { PlainDate } from '#kernel/contract/dates.ts'
import { lifeOf, type Stretch, stretchOn, timelineOf, type UnitDeed, type UnitState } from '../timeline.rules.ts'
import type { History, HistoryAct } from './history.contract.ts'

/** What of the data the rules must know: which codes exist on which days. */
export interface Frame {
  /** Whether a unit type exists on a day. */
  typeOn(type: string, day: PlainDate): boolean
  /** Whether a unit of a type may stand directly under one of another type on a day (parent null: be a root). */
  mayStandUnder(type: string, parentType: string | null, day: PlainDate): boolean
  /** Whether a kind of the family exists. */
  hasKind(family: 'organ' | 'counterpart' | 'fact', code: string): boolean
  /** Whether a value fits the kind of fact. */
  factValueFits(kind: string, value: string): boolean
  hasMeasure(code: string): boolean
}

export const contradictions = [
  'unknown_key', 'twice_the_same_key', 'unknown_type', 'may_not_stand_there', 'unknown_kind', 'value_does_not_fit', 'unknown_measure',
  'lives_already', 'does_not_live', 'ends_on_its_first_day', 'changes_nothing', 'parent_does_not_live', 'circle', 'outside_its_life',
  'overlapping', 'ends_before_it_begins', 'recorded_before_what_it_stands_on', 'unclean_text', 'recorded_in_the_future',
] as const
export type ContradictionCode = (typeof contradictions)[number]

/** A place in the file (`acts[12].changes[3].parent`) and what is wrong there. */
export interface Contradiction {
  readonly at: string
  readonly code: ContradictionCode
  readonly what: string
}

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
export function replay(history: History, frame: Frame, now: string): Replayed {
  const found: Contradiction[] = []
  const blame = (at: string, code: ContradictionCode, what: string) => {
    if (found.length < named) found.push({ at, code, what })
  }
  const places = new Map(history.acts.map((act, index) => [act.key, `acts[${index}]`]))
  checkKeys(history, blame)
  const acts = history.acts
    .map((act, index) => ({ act, index }))
    .sort((a, b) => (a.act.effective.on < b.act.effective.on ? -1 : a.act.effective.on > b.act.effective.on ? 1 : a.index - b.index))
    .map(({ act }) => act)
  const invented = new Set(history.sources.filter((source) => source.grade === 'illustrative').map((source) => source.key))
  const deeds = deedsOf(acts, invented)
  const lives = new Map<string, readonly Stretch[]>()
  for (const [unit, list] of deeds) {
    const { stretches, misfits } = timelineOf(list)
    for (const misfit of misfits) blame(places.get(misfit.act)!, misfit.code, unit)
    if (stretches.length > 0) lives.set(unit, stretches)
  }
  checkParents(lives, places, frame, blame)
  checkCircles(acts, lives, places, blame)
  checkActs(acts, lives, places, blame, now)
  checkBelongings(history, lives, frame, blame)
  return { acts, deeds, lives, contradictions: found }
}

type Blame = (at: string, code: ContradictionCode, what: string) => void

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
    for (const { unit, ...state } of act.opens) add(unit, { ...base, open: { ...state, shortName: state.shortName ?? null } })
    for (const { unit, ...change } of act.changes) add(unit, { ...base, change: withoutAbsent(change) })
    for (const unit of act.ends) add(unit, { ...base, end: true })
  }
  return deeds
}

function withoutAbsent(change: Record<string, unknown>): Partial<UnitState> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

function checkKeys(history: History, blame: Blame): void {
  const sources = new Set(history.sources.map((source) => source.key))
  const units = new Set(history.acts.flatMap((act) => act.opens.map((open) => open.unit)))
  unique(history.sources.map((s) => s.key), 'sources', blame)
  unique(history.acts.map((a) => a.key), 'acts', blame)
  unique(history.organs.map((o) => `${o.key} ${o.from}`), 'organs', blame)
  unique(history.counterparts.map((c) => `${c.key} ${c.from}`), 'counterparts', blame)
  const knowsSource = (at: string, key: string) => sources.has(key) || blame(`${at}.source`, 'unknown_key', key)
  const knowsUnit = (at: string, key: string) => units.has(key) || blame(at, 'unknown_key', key)
  history.acts.forEach((act, i) => {
    knowsSource(`acts[${i}]`, act.source)
    act.opens.forEach((open, j) => {
      if (open.parent !== null) knowsUnit(`acts[${i}].opens[${j}].parent`, open.parent)
      if (!isClean(open.name)) blame(`acts[${i}].opens[${j}].name`, 'unclean_text', open.name)
    })
    act.changes.forEach((change, j) => {
      knowsUnit(`acts[${i}].changes[${j}].unit`, change.unit)
      if (change.parent) knowsUnit(`acts[${i}].changes[${j}].parent`, change.parent)
      if (change.name && !isClean(change.name)) blame(`acts[${i}].changes[${j}].name`, 'unclean_text', change.name)
    })
    act.ends.forEach((unit, j) => knowsUnit(`acts[${i}].ends[${j}]`, unit))
    act.lineage.forEach(({ from, to }, j) => {
      knowsUnit(`acts[${i}].lineage[${j}].from`, from)
      knowsUnit(`acts[${i}].lineage[${j}].to`, to)
      if (from === to) blame(`acts[${i}].lineage[${j}]`, 'circle', from)
    })
  })
  for (const list of ['facts', 'aliases', 'organs', 'counterparts', 'figures'] as const) {
    history[list].forEach((row, i) => {
      knowsUnit(`${list}[${i}].unit`, row.unit)
      knowsSource(`${list}[${i}]`, row.source)
    })
  }
}

function unique(keys: readonly string[], list: string, blame: Blame): void {
  const seen = new Set<string>()
  keys.forEach((key, index) => {
    if (seen.has(key)) blame(`${list}[${index}].key`, 'twice_the_same_key', key)
    seen.add(key)
  })
}

/** NFC, and without invisible or direction-changing characters (the database holds the same rule). */
export function isClean(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
  return text === text.normalize('NFC') && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/.test(text)
}

/** Each stretch stands under a parent that lives through all of it, of a type that may stand above it. */
function checkParents(lives: ReadonlyMap<string, readonly Stretch[]>, places: ReadonlyMap<string, string>, frame: Frame, blame: Blame): void {
  for (const [unit, stretches] of lives) {
    for (const stretch of stretches) {
      const place = places.get(stretch.openedBy)!
      if (!frame.typeOn(stretch.type, stretch.valid.from)) blame(place, 'unknown_type', `${unit}: ${stretch.type}`)
      if (stretch.parent === null) {
        if (!frame.mayStandUnder(stretch.type, null, stretch.valid.from)) blame(place, 'may_not_stand_there', unit)
        continue
      }
      const parent = lives.get(stretch.parent)
      const above = parent && stretchOn(parent, stretch.valid.from)
      if (!above) blame(place, 'parent_does_not_live', `${unit} → ${stretch.parent}`)
      else {
        const life = lifeOf(parent)
        if (life.until !== null && (stretch.valid.until === null || life.until < stretch.valid.until)) {
          blame(places.get(parent.at(-1)!.closedBy!)!, 'parent_does_not_live', `${unit} → ${stretch.parent}`)
        }
        if (!frame.mayStandUnder(stretch.type, above.type, stretch.valid.from)) {
          blame(place, 'may_not_stand_there', `${unit} (${stretch.type}) → ${stretch.parent} (${above.type})`)
        }
      }
    }
  }
}

/** Whoever an act has moved must not stand under itself afterwards. */
function checkCircles(
  acts: readonly HistoryAct[],
  lives: ReadonlyMap<string, readonly Stretch[]>,
  places: ReadonlyMap<string, string>,
  blame: Blame,
): void {
  for (const act of acts) {
    const moved = [...act.opens.map((open) => open.unit), ...act.changes.flatMap((c) => (c.parent === undefined ? [] : [c.unit]))]
    for (const unit of moved) {
      let above = parentOn(lives, unit, act.effective.on)
      for (let steps = 0; above !== null && steps < 100; steps++) {
        if (above === unit) {
          blame(places.get(act.key)!, 'circle', unit)
          break
        }
        above = parentOn(lives, above, act.effective.on)
      }
    }
  }
}

function parentOn(lives: ReadonlyMap<string, readonly Stretch[]>, unit: string, day: PlainDate): string | null {
  return stretchOn(lives.get(unit) ?? [], day)?.parent ?? null
}

/** Lineage joins units that live at the act; nothing is recorded before what it stands on, or in the future. */
function checkActs(
  acts: readonly HistoryAct[],
  lives: ReadonlyMap<string, readonly Stretch[]>,
  places: ReadonlyMap<string, string>,
  blame: Blame,
  now: string,
): void {
  const recorded = new Map(acts.map((act) => [act.key, act.recordedAt ?? now]))
  for (const act of acts) {
    const place = places.get(act.key)!
    const day = act.effective.on
    const at = act.recordedAt ?? now
    if (at > now) blame(`${place}.recordedAt`, 'recorded_in_the_future', at)
    act.lineage.forEach(({ from, to }, j) => {
      const origin = lives.get(from)
      const result = lives.get(to)
      if (origin && lifeOf(origin).from > day) blame(`${place}.lineage[${j}].from`, 'does_not_live', from)
      if (result && (lifeOf(result).from > day || (lifeOf(result).until ?? '9999') <= day)) {
        blame(`${place}.lineage[${j}].to`, 'does_not_live', to)
      }
    })
    const standsOn = [...act.opens, ...act.changes].flatMap((c) => (c.parent ? [c.parent] : [])).concat(act.changes.map((c) => c.unit), act.ends)
    for (const unit of standsOn) {
      const opener = lives.get(unit)?.[0]?.openedBy
      if (opener && recorded.get(opener)! > at) blame(`${place}.recordedAt`, 'recorded_before_what_it_stands_on', unit)
    }
  }
}

/** Facts, aliases, organs, counterparts lie in their unit's life, are of a known kind, and do not overlap. */
function checkBelongings(history: History, lives: ReadonlyMap<string, readonly Stretch[]>, frame: Frame, blame: Blame): void {
  const within = (at: string, row: { unit: string; from: string; until?: string | undefined }) => {
    const stretches = lives.get(row.unit)
    if (row.until !== undefined && row.until <= row.from) blame(`${at}.until`, 'ends_before_it_begins', row.unit)
    if (!stretches) return
    const life = lifeOf(stretches)
    // Without an end of its own it holds as long as the unit lives.
    if (row.from < life.from || (life.until !== null && (row.from >= life.until || (row.until ?? '') > life.until))) {
      blame(at, 'outside_its_life', row.unit)
    }
  }
  history.facts.forEach((fact, i) => {
    within(`facts[${i}]`, fact)
    if (!frame.hasKind('fact', fact.kind)) blame(`facts[${i}].kind`, 'unknown_kind', fact.kind)
    else if (!frame.factValueFits(fact.kind, fact.value)) blame(`facts[${i}].value`, 'value_does_not_fit', fact.value)
  })
  history.aliases.forEach((alias, i) => within(`aliases[${i}]`, alias))
  history.organs.forEach((organ, i) => {
    within(`organs[${i}]`, organ)
    if (!frame.hasKind('organ', organ.kind)) blame(`organs[${i}].kind`, 'unknown_kind', organ.kind)
  })
  history.counterparts.forEach((counterpart, i) => {
    within(`counterparts[${i}]`, counterpart)
    if (!frame.hasKind('counterpart', counterpart.kind)) blame(`counterparts[${i}].kind`, 'unknown_kind', counterpart.kind)
  })
  history.figures.forEach((figure, i) => {
    if (!frame.hasMeasure(figure.measure)) blame(`figures[${i}].measure`, 'unknown_measure', figure.measure)
  })
  noOverlap('facts', history.facts.map((fact) => ({ ...fact, key: `${fact.unit} ${fact.kind}` })), blame)
  noOverlap('aliases', history.aliases.map((alias) => ({ ...alias, key: `${alias.unit} ${alias.name}` })), blame)
  noOverlap('organs', history.organs, blame)
  noOverlap('counterparts', history.counterparts, blame)
}

function noOverlap(list: string, rows: readonly { key: string; from: string; until?: string | undefined }[], blame: Blame): void {
  const byKey = new Map<string, { from: string; until: string; index: number }[]>()
  rows.forEach((row, index) => {
    const entry = { from: row.from, until: row.until ?? '9999', index }
    const others = byKey.get(row.key)
    if (!others) byKey.set(row.key, [entry])
    else {
      if (others.some((other) => entry.from < other.until && other.from < entry.until)) blame(`${list}[${index}]`, 'overlapping', row.key)
      others.push(entry)
    }
  })
}
