import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Band } from './bands.rules.ts'
import { type TimeScale, textWidth } from './time-scale.rules.ts'

/** A box on the picture. */
export interface Rect {
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
}

/** A unit's name at its band; `y` is the base line of the first line. */
export interface NameLabel {
  readonly unitId: string
  readonly key: string
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
  /** What it covers: no line is drawn through it. */
  readonly rect: Rect
}

interface Run {
  readonly name: string
  readonly from: PlainDate
  readonly until: PlainDate | null
}

/**
 * Puts each name over its band, else under it, in one line, else in two, else shortened; a name that finds no free place is left out
 * (pointing at the band says it). The unit asked about comes first, then the longest lives.
 */
export function placeNames(
  bands: readonly { band: Band; runs: readonly Run[] }[],
  scale: TimeScale,
  size: number,
): readonly NameLabel[] {
  const taken: Rect[] = bands.map(({ band }) => bandBox(band))
  const placed: NameLabel[] = []
  const length = (band: Band) => (bandBox(band).x2 - bandBox(band).x1) * (band.side === 'focal' ? 100 : 1)
  for (const { band, runs } of [...bands].sort((a, b) => length(b.band) - length(a.band))) {
    const box = bandBox(band)
    for (const run of runs) {
      const x = Math.max(box.x1, scale.x(run.from))
      const room = Math.min(box.x2, scale.x(run.until ?? scale.until)) - x
      const found = candidates(run.name, x, room, band, size, scale.width).find(({ rect }) =>
        taken.every((other) => !touch(rect, other)),
      )
      if (!found) continue
      taken.push(found.rect)
      placed.push({
        unitId: band.unit.id,
        key: `${band.unit.id} ${run.from}`,
        lines: found.lines,
        x: found.x,
        y: found.y,
        rect: found.rect,
      })
    }
  }
  return placed
}

interface Candidate {
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
  readonly rect: Rect
}

function candidates(
  name: string,
  x: number,
  room: number,
  band: Band,
  size: number,
  width: number,
): readonly Candidate[] {
  const gap = band.thick / 2 + size * 0.38
  const step = size * 1.15
  const at = (lines: readonly string[], above: boolean): Candidate => {
    const wide = Math.max(...lines.map((line) => textWidth(line, size)))
    const left = Math.max(0, Math.min(x, width - wide))
    const y = above ? band.y - gap - (lines.length - 1) * step : band.y + gap + size * 0.75
    return {
      lines,
      x: left,
      y,
      rect: { x1: left, x2: left + wide + 6, y1: y - size * 0.85, y2: y + (lines.length - 1) * step + size * 0.2 },
    }
  }
  const one = [name]
  const two = inTwo(name)
  const short = shorten(name, Math.max(room, size * 7), size)
  const fits = textWidth(name, size) <= Math.max(room, size * 16)
  return [
    ...(fits ? [at(one, true), at(one, false)] : []),
    at(two, true),
    at(two, false),
    at([short], true),
    at([short], false),
  ]
}

/** A name in two lines of about equal length. */
export function inTwo(name: string): readonly string[] {
  const words = name.split(' ')
  if (words.length < 2) return [name]
  let best = 1
  for (let at = 1; at < words.length; at += 1) {
    const off = (cut: number) => Math.abs(words.slice(0, cut).join(' ').length - words.slice(cut).join(' ').length)
    if (off(at) < off(best)) best = at
  }
  return [words.slice(0, best).join(' '), words.slice(best).join(' ')]
}

function shorten(name: string, room: number, size: number): string {
  let cut = name
  while (cut.length > 4 && textWidth(`${cut}…`, size) > room) cut = cut.slice(0, -1).trimEnd()
  return cut === name ? name : `${cut}…`
}

function touch(a: Rect, b: Rect): boolean {
  return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2
}

/** A line straight down, as the path of an SVG, left out where it would go through one of the boxes. */
export function downPast(x: number, from: number, to: number, boxes: readonly Rect[]): string {
  const met = boxes
    .filter((box) => box.x1 <= x && x <= box.x2 && box.y1 < to && box.y2 > from)
    .sort((a, b) => a.y1 - b.y1)
  let path = ''
  let at = from
  for (const box of [...met, { y1: to, y2: to }]) {
    if (box.y1 > at) path += `M${x} ${at}V${box.y1}`
    at = Math.max(at, box.y2)
  }
  return path
}

/** The box of a band, for keeping labels off it. */
export function bandBox(band: Band): Rect {
  const x1 = band.pieces[0]?.x1 ?? 0
  const x2 = band.pieces.at(-1)?.x2 ?? 0
  return { x1, x2, y1: band.y - band.thick / 2, y2: band.y + band.thick / 2 }
}
