import { linkHorizontal } from 'd3-shape'
import type { OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { type EventMark, eventMarks, type OtherAct, type PlacedEvent, placeEvents } from './events.rules.ts'
import { type NameLabel, placeNames } from './labels.rules.ts'
import { lanes } from './lanes.rules.ts'
import type { lineage } from './lineage.contract.ts'
import { dayNumber, type TimeScale, textWidth, timeScale, type YearTick, yearTicks } from './time-scale.rules.ts'

export type Lineage = OutputOf<typeof lineage>
type Unit = Lineage['units'][number]

/** What a picture is drawn from. */
export interface PictureInput {
  readonly lineage: Lineage
  /** Acts without an edge (rename, retype …) of units in the picture, for the dates below it. */
  readonly others: readonly OtherAct[]
  /** The last day to draw at least; open lives go on to the right edge. */
  readonly until: PlainDate
  /** Width there is; the picture is wider when the names ask for it. */
  readonly width: number
  /** Size of the letters in px. */
  readonly size: number
  readonly nameless: string
  readonly say: (mark: EventMark) => string
}

/** One unit as a band: its pieces from left to right, dotted where no source covers the time. */
export interface Band {
  readonly unit: Unit
  readonly side: 'focal' | 'back' | 'on'
  readonly y: number
  readonly thick: number
  readonly pieces: readonly { x1: number; x2: number; dotted: boolean }[]
  readonly open: boolean
}

/** A unit going on in another at an act. */
export interface Curve {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly path: string
  readonly side: Band['side']
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

const curveHalf = 18
const topAxis = 30

/** Lays out who went on in whom through time. Pure: the same answer draws the same picture everywhere. */
export function layPicture(input: PictureInput): Picture {
  const { lineage: data, size } = input
  const focal = data.unitId
  const lives = data.units.map((unit) => ({ id: unit.id, from: unit.life.from, until: unit.life.until }))
  const lane = lanes(focal, lives, data.edges)
  const side = sides(data)
  const marks = eventMarks(data, input.others)
  const scale = scaleOf(input, marks, side)
  const pitch = (which: Band['side']) => size * (wraps(data, which, side, size) ? 3.5 : 2.35)
  const level = (id: string) => (lane.get(id) ?? 0) * pitch(side.get(id) ?? 'focal')
  const levels = data.units.map((unit) => level(unit.id))
  const top = topAxis + size * 2.4
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
      if (dayNumber(until) - dayNumber(run.from) < 200) return []
      const wanted = Math.min(textWidth(run.name, size), size * (side.get(unit.id) === 'focal' ? 22 : nameRoom))
      return [{ from: run.from, until, width: wanted + 2 * curveHalf }]
    }),
  )
  return timeScale([...knots, end], rooms, input.width, 2 * curveHalf + 6)
}

function bandOf(unit: Unit, data: Lineage, scale: TimeScale, y: number, side: Band['side'], size: number): Band {
  const joined = (end: 'from' | 'to', day: PlainDate | null) =>
    data.edges.some(
      (edge) => edge[end] === unit.id && data.acts.some((act) => act.id === edge.actId && act.effective.on === day),
    )
  const start = scale.x(unit.life.from) + (joined('to', unit.life.from) ? curveHalf : 0)
  const stop = scale.x(unit.life.until ?? scale.until) - (joined('from', unit.life.until) ? curveHalf : 0)
  const pieces: { x1: number; x2: number; dotted: boolean }[] = []
  for (const stretch of unit.stretches) {
    const x1 = Math.max(start, scale.x(stretch.from))
    const x2 = Math.min(stop, scale.x(stretch.until ?? scale.until))
    const last = pieces.at(-1)
    if (last && last.dotted === !stretch.covered) last.x2 = x2
    else if (x2 > x1) pieces.push({ x1, x2, dotted: !stretch.covered })
  }
  return { unit, side, y, thick: size * (side === 'focal' ? 1 : 0.62), pieces, open: unit.life.until === null }
}

const link = linkHorizontal<unknown, readonly [number, number]>()
  .x((point) => point[0])
  .y((point) => point[1])

function curvesOf(
  data: Lineage,
  scale: TimeScale,
  yOf: (id: string) => number,
  side: ReadonlyMap<string, Band['side']>,
): readonly Curve[] {
  return data.edges.flatMap((edge): Curve[] => {
    const act = data.acts.find(({ id }) => id === edge.actId)
    if (!act) return []
    const x = scale.x(act.effective.on)
    const source: [number, number] = [x - curveHalf, yOf(edge.from)]
    const target: [number, number] = [x + curveHalf, yOf(edge.to)]
    const path = link({ source, target }) ?? ''
    const mine = side.get(edge.to) === 'on' ? 'on' : 'back'
    return [{ key: `${edge.actId} ${edge.from} ${edge.to}`, from: edge.from, to: edge.to, path, side: mine }]
  })
}
