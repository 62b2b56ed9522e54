import { scaleLinear } from 'd3-scale'
import { downPast, type Rect } from '../lineage/labels.rules.ts'
import { textWidth } from '../lineage/time-scale.rules.ts'
import {
  type BridgeBar,
  type BridgeInput,
  figureOf,
  type Laid,
  namesOf,
  type Piece,
  round,
} from './bridge-pieces.rules.ts'
import { leading, type PictureText, wrapped } from './picture-words.rules.ts'

/** Rows under each other, the total rightward: for a phone. */
export function layRows(input: BridgeInput, pieces: readonly Piece[], low: number, high: number): Laid {
  const { width, size, top } = input
  const x = scaleLinear([low, high], [0, width - 2])
  const thick = size * 0.95
  const bars: BridgeBar[] = []
  const texts: PictureText[] = []
  let y = top + size * 1.2
  for (const [slot, { key, name, note }] of namesOf(input).entries()) {
    const own = pieces.filter((piece) => piece.slot === slot)
    const figure = own.map((piece) => figureOf(piece, input)).join('  ')
    const room = width - textWidth(figure, size) - size * 1.5
    const lines = wrapped(note ? `${name}, ${note}` : name, room, size, 2)
    texts.push(
      { key: `${key} name`, x: 0, y, anchor: 'start', lines, tone: 'name' },
      { key: `${key} figure`, x: width, y, anchor: 'end', lines: [figure], tone: 'figure' },
    )
    y += (lines.length - 1) * size * leading + size * 0.5
    for (const piece of own) {
      const [x1, x2] = [x(Math.max(Math.min(piece.from, piece.to), low)), x(Math.max(piece.from, piece.to))]
      bars.push({
        key: piece.key,
        side: piece.side,
        x: x1,
        y,
        width: Math.max(x2 - x1, 1),
        height: thick,
      })
      y += thick
    }
    y += size * 1.9
  }
  const boxes = texts.map((text) => boxOf(text, size))
  return {
    width,
    height: y - size * 1.3,
    bars,
    joins: bars.slice(1).flatMap((bar, at) => {
      const before = bars[at]!
      const level = x(pieces[at]!.to)
      const [y1, y2] = [before.y + before.height, bar.y]
      return y2 - y1 < 1 ? [] : [downPast(round(level), round(y1), round(y2), boxes)].filter((path) => path !== '')
    }),
    texts,
    levels: [],
    breaks: [bars[0]!, bars.at(-1)!].map(
      (bar) => `M${round(size * 0.7)} ${round(bar.y - 3)}l${round(size * 0.5)} ${round(thick + 6)}`,
    ),
  }
}

function boxOf({ x, y, anchor, lines }: PictureText, size: number): Rect {
  const wide = Math.max(...lines.map((line) => textWidth(line, size)))
  const x1 = anchor === 'end' ? x - wide : x
  return { x1: x1 - 3, x2: x1 + wide + 3, y1: y - size, y2: y + (lines.length - 1) * size * leading + size * 0.3 }
}
