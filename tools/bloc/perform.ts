import { addDays, type PlainDate } from '#kernel/contract/dates.ts'
import { type Change, counted, type Deed, get, nameOf, today, type World } from './world.ts'

const latest = `${today}T01:30:00.000Z`
const tally = (w: World, type: string, by: number) => w.count.set(type, counted(w, type) + by)

/** Mostly some days after; now and then weeks, rarely months (the paper came late). */
function recordedAfter(w: World, on: string, notBefore: string): string {
  const dice = w.random.next()
  const days = dice < 0.84 ? w.random.int(1, 9) : dice < 0.97 ? w.random.int(12, 45) : w.random.int(90, 240)
  const hour = String(w.random.int(1, 9)).padStart(2, '0')
  const at =
    on > today
      ? `2024-01-${w.random.int(10, 11)}T${hour}:00:00.000Z`
      : `${addDays(on as PlainDate, days)}T${hour}:00:00.000Z`
  const capped = at > latest ? latest : at
  return capped > notBefore ? capped : notBefore
}

/** Now and then the effective day of a renaming was first recorded wrongly and corrected weeks later. */
function correctedAt(w: World, deed: Deed, first: string): string | undefined {
  if (deed.kind !== 'rename' || deed.on > '2023-06-01' || !w.random.chance(0.12)) return undefined
  return `${addDays(first.slice(0, 10) as PlainDate, w.random.int(20, 90))}${first.slice(10)}`
}

/** Performs one act on the world and writes it down; throws where the act would contradict what stands. */
export function perform(w: World, deed: Deed): void {
  const opens = deed.opens ?? []
  const changes = deed.changes ?? []
  const ends = deed.ends ?? []
  const fresh = new Set(opens.map((o) => o.unit))
  const touched = [...changes.map((c) => c.unit), ...ends]
  const leaned = [
    ...opens.map((o) => o.parent),
    ...changes.flatMap((c) => (c.parent ? [c.parent] : [])),
    ...(deed.lineage ?? []).flat(),
  ]
  for (const key of touched)
    if (get(w, key).last >= deed.on) throw new Error(`${key} was already touched on ${deed.on}`)
  const notBefore = [...touched, ...leaned.filter((key) => !fresh.has(key))]
    .map((key) => get(w, key).recorded)
    .reduce((a, b) => (a > b ? a : b), '')
  const first = recordedAfter(w, deed.on, notBefore)
  const corrected = correctedAt(w, deed, first)
  const recordedAt = corrected ?? first
  for (const o of opens) {
    const name = nameOf(o.type, o.agency)
    const state = { key: o.unit, type: o.type, name, parent: o.parent, agency: o.agency, theme: o.theme }
    w.units.set(o.unit, {
      ...state,
      opened: deed.on,
      last: deed.on,
      recorded: recordedAt,
      kids: new Set(),
      frozen: o.frozen ?? false,
      abroad: o.abroad ?? false,
    })
    get(w, o.parent).kids.add(o.unit)
    tally(w, o.type, 1)
    w.agencies.push({ unit: o.unit, agency: o.agency, type: o.type, from: deed.on })
  }
  const written = changes.map((c) => applyChange(w, c, deed.on, recordedAt))
  for (const key of ends) {
    const unit = get(w, key)
    unit.ended = deed.on
    unit.last = deed.on
    unit.recorded = recordedAt
    if (unit.parent) get(w, unit.parent).kids.delete(key)
    tally(w, unit.type, -1)
    if (unit.kids.size > 0) throw new Error(`${key} ends over living children`)
  }
  w.acts.push({
    key: `act.${String(w.acts.length + 1).padStart(4, '0')}`,
    kind: deed.kind,
    effective: { on: deed.on, precision: 'day' },
    ...(deed.decision ? { decision: deed.decision } : {}),
    source: 'i.generated',
    ...(deed.note ? { note: deed.note } : {}),
    recordedAt,
    ...(corrected ? { firstRecorded: { at: first, on: addDays(deed.on, 10) } } : {}),
    opens: opens.map((o) => ({
      unit: o.unit,
      type: o.type,
      name: get(w, o.unit).name,
      shortName: o.agency,
      parent: o.parent,
      ...(o.abroad && o.type === 'chi_bo' ? { restricted: true } : {}),
    })),
    changes: written,
    ends,
    lineage: (deed.lineage ?? []).map(([from, to]) => ({ from, to })),
  })
}

/** Applies a change and says it as the history does: only what changes. */
function applyChange(w: World, c: Change, on: string, recorded: string) {
  const unit = get(w, c.unit)
  const type = c.type ?? unit.type
  const agency = c.agency ?? unit.agency
  const name = nameOf(type, agency)
  const out = {
    unit: c.unit,
    ...(type !== unit.type ? { type } : {}),
    ...(name !== unit.name ? { name } : {}),
    ...(agency !== unit.agency ? { shortName: agency } : {}),
    ...(c.parent && c.parent !== unit.parent ? { parent: c.parent } : {}),
  }
  if (type !== unit.type) {
    tally(w, unit.type, -1)
    tally(w, type, 1)
  }
  if (c.parent && c.parent !== unit.parent) {
    if (unit.parent) get(w, unit.parent).kids.delete(c.unit)
    get(w, c.parent).kids.add(c.unit)
    unit.parent = c.parent
  }
  if (type !== unit.type || agency !== unit.agency) w.agencies.push({ unit: c.unit, agency, type, from: on })
  Object.assign(unit, { type, agency, name, last: on, recorded })
  return out
}
