import type { OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { type Band, bandOf, type Curve, curveHalf, curvesOf } from './bands.rules.ts'
import { type EventMark, eventMarks, type PlacedEvent, placeEvents } from './events.rules.ts'
import { type NameLabel, placeNames } from './labels.rules.ts'
import { lanes } from './lanes.rules.ts'
import type { lineage } from './lineage.contract.ts'
import { dayNumber, type TimeScale, textWidth, timeScale, type YearTick, yearTicks } from './time-scale.rules.ts'

export type Lineage = OutputOf<typeof lineage>
type Unit = Lineage['units'][number]

/** What a picture is drawn from. */
export interface PictureInput {
  readonly lineage: Lineage
  /** The last day to draw at least; open lives go on to the right edge. */
  readonly until: PlainDate
  /** Width there is; the picture is wider when the names ask for it. */
  readonly width: number
  /** Size of the letters in px. */
  readonly size: number
  readonly nameless: string
  readonly say: (mark: EventMark) => string
}

/** Everything the SVG needs, in px. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly scale: TimeScale
  readonly bands: readonly Band[]
  readonly curves: readonly Curve[]
  readonly names: readonly NameLabel[]
  readonly events: readonly PlacedEvent[]
  readonly ticks: readonly YearTick[]
}

const topAxis = 30

/** Lays out who went on in whom through time. Pure: the same answer draws the same picture everywhere. */
export function layPicture(input: PictureInput): Picture {
  const { lineage: data, size } = input
  const focal = data.unitId
  const lives = data.units.map((unit) => ({
    id: unit.id,
    name: unit.stretches.at(-1)?.name ?? '',
    from: unit.life.from,
    until: unit.life.until,
  }))
  const lane = lanes(focal, lives, data.edges)
  const side = sides(data)
  const marks = eventMarks(data)
  const scale = scaleOf(input, marks, side)
  const pitch = (which: Band['side']) => size * (wraps(data, which, side, size) ? 3.4 : 2.1)
  const level = (id: string) => (lane.get(id) ?? 0) * pitch(side.get(id) ?? 'focal')
  const levels = data.units.map((unit) => level(unit.id))
  const top = topAxis + size * 2
  const yOf = (id: string) => top + level(id) - Math.min(...levels)
  const bottom = top + Math.max(...levels) - Math.min(...levels) + size * 0.9
  const bands = data.units.map((unit) => bandOf(unit, data, scale, yOf(unit.id), side.get(unit.id) ?? 'focal', size))
  const names = placeNames(
    bands.map((band) => ({ band, runs: nameRuns(band.unit, input) })),
    scale,
    size,
  )
  const lowest = Math.max(bottom, ...names.map((name) => name.y + (name.lines.length - 1) * size * 1.15 + 4))
  const placed = placeEvents(marks, scale, input.say, size, yOf, lowest)
  return {
    width: scale.width,
    height: placed.bottom,
    top: topAxis,
    bottom: lowest,
    scale,
    bands,
    curves: curvesOf(data, scale, yOf, side),
    names,
    events: placed.events,
    ticks: yearTicks(scale, size * 3.6),
  }
}

/** Which units lie behind the one asked about, and which ahead. */
function sides(data: Lineage): ReadonlyMap<string, Band['side']> {
  const found = new Map<string, Band['side']>([[data.unitId, 'focal']])
  for (const [near, far, name] of [
    ['to', 'from', 'back'],
    ['from', 'to', 'on'],
  ] as const) {
    const open = [data.unitId]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const edge of data.edges) {
        if (edge[near] !== at || found.has(edge[far])) continue
        found.set(edge[far], name)
        open.push(edge[far])
      }
    }
  }
  return found
}

/** Names longer than this many letters' sizes are broken into two lines. */
const nameRoom = 16

function wraps(data: Lineage, which: Band['side'], side: ReadonlyMap<string, Band['side']>, size: number): boolean {
  return data.units.some(
    (unit) =>
      side.get(unit.id) === which &&
      unit.stretches.some(({ name }) => textWidth(name ?? '', size) > nameRoom * size && shortLived(unit)),
  )
}

/** Whether a long name would not fit over the unit's own time anyway. */
function shortLived(unit: Unit): boolean {
  return unit.life.until === null || dayNumber(unit.life.until) - dayNumber(unit.life.from) < 3650
}

/** The times in which a unit bore one name. */
function nameRuns(
  unit: Unit,
  input: PictureInput,
): readonly { name: string; from: PlainDate; until: PlainDate | null }[] {
  const runs: { name: string; from: PlainDate; until: PlainDate | null }[] = []
  for (const stretch of unit.stretches) {
    const name = stretch.name ?? input.nameless
    const last = runs.at(-1)
    if (last?.name === name) last.until = stretch.until
    else runs.push({ name, from: stretch.from, until: stretch.until })
  }
  return runs
}

function scaleOf(input: PictureInput, marks: readonly EventMark[], side: ReadonlyMap<string, Band['side']>): TimeScale {
  const { lineage: data, size } = input
  const knots = data.units.flatMap(({ life }) => (life.until ? [life.from, life.until] : [life.from]))
  knots.push(...marks.map((mark) => mark.on))
  const last = [...knots, input.until].sort().at(-1)!
  const open = data.units.some(({ life }) => life.until === null)
  const end = open ? (`${Number(last.slice(0, 4)) + 2}-01-01` as PlainDate) : last
  const rooms = data.units.flatMap((unit) =>
    nameRuns(unit, input).flatMap((run) => {
      const until = run.until ?? end
      if (side.get(unit.id) !== 'focal' && dayNumber(until) - dayNumber(run.from) < 200) return []
      const wanted = Math.min(textWidth(run.name, size), size * (side.get(unit.id) === 'focal' ? 22 : nameRoom))
      return [{ from: run.from, until, width: wanted + 2 * curveHalf }]
    }),
  )
  return timeScale([...knots, end], rooms, input.width, 2 * curveHalf + 6)
}
