import { scaleLinear } from 'd3-scale'
import type { PlainDate } from '#kernel/contract/dates.ts'

/** A stretch of time that must be drawn at least so wide (px), so that a name fits over it. */
export interface Room {
  readonly from: PlainDate
  readonly until: PlainDate
  readonly width: number
}

/** Time on the horizontal axis: one that grows where much happens and never runs backwards. */
export interface TimeScale {
  readonly x: (date: PlainDate) => number
  readonly width: number
  readonly from: PlainDate
  readonly until: PlainDate
}

/** The number of a day on a line of days. */
export function dayNumber(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}

/** The length of a time in years. */
function years(from: PlainDate, until: PlainDate): number {
  return (dayNumber(until) - dayNumber(from)) / 365.25
}

/**
 * A scale through the given days (the first and the last are its ends). Between two neighbouring days stand at least `least` px, over
 * each of `rooms` at least its width, and what is left of `width` goes to the intervals by the square root of their length:
 * long quiet decades shrink, dense years stay readable. Wider than `width` when the rooms ask for more.
 */
export function timeScale(days: readonly PlainDate[], rooms: readonly Room[], width: number, least: number): TimeScale {
  const knots = [...new Set(days)].sort()
  const from = knots[0]!
  const until = knots.at(-1)!
  const steps = knots.slice(1).map((end, at) => ({ from: knots[at]!, until: end, width: least }))
  const weight = (step: { from: PlainDate; until: PlainDate }) => Math.sqrt(years(step.from, step.until) + 0.02)
  for (const room of [...rooms].sort((a, b) => years(a.from, a.until) - years(b.from, b.until))) {
    const inside = steps.filter((step) => step.from >= room.from && step.until <= room.until)
    widen(inside, room.width - sum(inside, (step) => step.width), weight)
  }
  widen(steps, width - sum(steps, (step) => step.width), weight)
  const places = [0]
  for (const step of steps) places.push(places.at(-1)! + step.width)
  const scale = scaleLinear(knots.map(dayNumber), places).clamp(true)
  return { x: (date) => scale(dayNumber(date)), width: places.at(-1)!, from, until }
}

function widen<S extends { width: number }>(steps: readonly S[], by: number, weight: (step: S) => number): void {
  if (by <= 0) return
  const whole = sum(steps, weight)
  for (const step of steps) step.width += (by * weight(step)) / whole
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

/** A year on the axis and where its first day stands. */
export interface YearTick {
  readonly year: number
  readonly x: number
}

/** The years to write on an axis, at least `apart` px from each other: tens before fives before the others. */
export function yearTicks(scale: TimeScale, apart: number): readonly YearTick[] {
  const first = Number(scale.from.slice(0, 4)) + 1
  const last = Number(scale.until.slice(0, 4))
  const chosen: YearTick[] = []
  for (const step of [10, 5, 1]) {
    for (let year = first; year <= last; year += 1) {
      if (year % step !== 0) continue
      const x = scale.x(`${year}-01-01` as PlainDate)
      if (chosen.every((tick) => Math.abs(tick.x - x) >= apart)) chosen.push({ year, x })
    }
  }
  return chosen.sort((a, b) => a.x - b.x)
}

/** About how wide a text is drawn, in px: good enough to keep labels apart before anything is drawn. */
export function textWidth(text: string, size: number): number {
  let em = 0
  for (const char of text.normalize('NFC')) {
    if (/[\s.,:;·'"()ijlI1|-]/.test(char)) em += 0.33
    else if (/[mwMWƯĐ]/.test(char)) em += 0.8
    else if (/\p{Lu}/u.test(char)) em += 0.68
    else em += 0.57
  }
  return em * size
}
