import type { NaiveAct, NaiveHistory } from './naive-structure.ts'
import { dayAfter, dayBetween, randomFrom } from './random.ts'
import { acts, type Make } from './random-acts.ts'
import { addBelongings } from './random-belongings.ts'

const none = '9999'
/** What is not yet loaded when the tests run has no recorded time of its own; the rest lies before this instant. */
const latest = '2024-06-01T00:00:00.000Z'

/** A random history that does not contradict itself: 10 to 40 units, up to six levels, all kinds of act, 1948 to 2025. */
export function randomHistory(seed: number, file: string): NaiveHistory {
  const random = randomFrom(seed)
  const history: NaiveHistory = {
    format: 'lienchi-history/1',
    name: file,
    title: { vi: `Lịch sử ngẫu nhiên ${seed}`, en: `Random history ${seed}` },
    sources: [
      { key: 's.own', title: { vi: 'Nguồn thử', en: 'Test source' }, grade: 'own' },
      { key: 's.made', title: { vi: 'Nguồn minh hoạ', en: 'Invented source' }, grade: 'illustrative' },
    ],
    acts: [],
    facts: [],
    aliases: [],
    organs: [],
    counterparts: [],
    figures: [],
  }
  const make: Make = {
    random,
    history,
    file,
    living: new Map(),
    ended: new Map(),
    named: 0,
    most: random.int(10, 40),
    era: 'before',
    day: '',
  }
  const wanted = random.int(18, 45)
  if (random.chance(0.7)) era(make, 'before', '1948-11-07', '2006-12-01', Math.ceil(wanted / 3))
  const rootDay = era(make, 'after', '2007-04-11', '2025-11-30', wanted)
  joinEras(make, rootDay)
  const recorded = new Map<string, string>()
  for (const act of history.acts) record(make, act, recorded)
  addBelongings(make)
  return history
}

/** Acts of one of the two worlds of types, in order of days; answers the day of its root. */
function era(make: Make, name: Make['era'], from: string, until: string, wanted: number): string {
  const { random } = make
  make.era = name
  make.day =
    name === 'before' && random.chance(0.5)
      ? from
      : dayBetween(random, name === 'before' ? '1953-06-02' : from, dayAfter(from, 3000))
  const rootDay = make.day
  const precision = () => random.pick(['day', 'day', 'day', 'month', 'year', 'not_later', 'unknown'])
  const root = name === 'after' ? 'trung_uong_truc_thuoc' : make.day >= '1953-06-01' ? 'dang_bo' : 'lien_chi'
  add(make, precision(), acts.root(make, root))
  const days: string[] = []
  while (days.length < wanted) {
    const last = days.at(-1)
    days.push(last && random.chance(0.25) ? last : dayBetween(random, dayAfter(rootDay, 1), until))
  }
  let done = 0
  for (const day of days.sort()) {
    make.day = day
    const first = done < 8 || random.chance(0.3) ? acts.establish(make) : null
    const act = first ?? random.pick(Object.values(acts.ordinary))(make)
    if (!act) continue
    add(make, precision(), act)
    done += 1
  }
  return rootDay
}

function add(make: Make, precision: string, act: Partial<NaiveAct> & { kind: string }): void {
  make.history.acts.push({
    key: `a${make.history.acts.length}`,
    effective: { on: make.day, precision },
    source: make.random.chance(0.3) ? 's.made' : 's.own',
    opens: [],
    changes: [],
    ends: [],
    lineage: [],
    ...act,
  })
}

/** The root of the later world may descend from units of the earlier one. */
function joinEras(make: Make, rootDay: string): void {
  const opening = make.history.acts.find((act) => act.effective.on === rootDay && act.opens[0]?.parent === null)!
  const old = make.history.acts.flatMap((act) => (act.effective.on < rootDay ? act.opens.map((open) => open.unit) : []))
  const to = opening.opens[0]!.unit
  for (const from of new Set(old)) if (make.random.chance(0.2)) opening.lineage.push({ from, to })
}

/** When an act was recorded: mostly soon, sometimes years late, never before what it stands on; some were first recorded wrongly. */
function record(make: Make, act: NaiveAct, recorded: Map<string, string>): void {
  const { random, history } = make
  const parents = [...act.opens, ...act.changes].flatMap((c) => (c.parent ? [c.parent] : []))
  const stood = [
    ...act.changes.map((c) => c.unit),
    ...act.ends,
    ...parents,
    ...act.lineage.flatMap(({ from, to }) => [from, to]),
  ]
  const opened = new Set(act.opens.map((open) => open.unit))
  const floor = stood
    .filter((unit) => !opened.has(unit))
    .map((unit) => recorded.get(unit) ?? none)
    .reduce((a, b) => (a > b ? a : b), '')
  const lag = random.chance(0.75) ? random.int(0, 20) : random.int(30, 3000)
  let at = `${dayAfter(act.effective.on, lag)}T0${random.int(1, 9)}:00:00.000Z`
  if (at > latest) at = latest
  if (at < floor) at = floor
  if (at === none || random.chance(0.04)) at = none
  for (const unit of opened) recorded.set(unit, at)
  if (at === none) return
  act.recordedAt = at
  if (act.kind !== 'rename' || !random.chance(0.5)) return
  const before = history.acts
    .slice(0, history.acts.indexOf(act))
    .filter((other) => [...other.opens, ...other.changes].some((c) => act.changes.some((mine) => mine.unit === c.unit)))
  const low = dayAfter(before.at(-1)!.effective.on, 1)
  const high = dayAfter(act.effective.on, -1)
  const corrected = `${dayAfter(at.slice(0, 10), random.int(10, 400))}${at.slice(10)}`
  if (low > high || corrected > latest) return
  act.firstRecorded = { at, on: dayBetween(random, low, high) }
  act.recordedAt = corrected
}
