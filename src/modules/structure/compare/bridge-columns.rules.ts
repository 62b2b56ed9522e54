import { scaleLinear } from 'd3-scale'
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

/** Columns from left to right, the total upward. */
export function layColumns(input: BridgeInput, pieces: readonly Piece[], low: number, high: number): Laid {
  const { width, size, top, number } = input
  const bottom = top + size * 21
  const y = scaleLinear([low, high], [bottom, top + size * 2]).nice(4)
  const ticks = y.ticks(4).filter(Number.isInteger)
  const left = Math.max(...ticks.map((tick) => textWidth(number(tick), size))) + size
  const slot = (width - left) / (input.steps.length + 2)
  const thick = (of: number) => Math.min(slot * (of === 2 ? 0.38 : 0.62), size * 5)
  const bars = pieces.map((piece): BridgeBar => {
    const wide = thick(piece.of)
    const x = left + slot * (piece.slot + 0.5) + (piece.at - piece.of / 2) * wide
    const [y1, y2] = [y(Math.max(piece.from, piece.to)), y(Math.max(Math.min(piece.from, piece.to), low))]
    const base = piece.side === 'total' ? bottom : y2
    return { key: piece.key, side: piece.side, x, y: y1, width: wide, height: Math.max(base - y1, 1) }
  })
  const names = namesOf(input).map(({ key, name, note }, at): PictureText[] => {
    const x = left + slot * (at + 0.5)
    const lines = wrapped(name, slot - size * 0.6, size, 4)
    const under = bottom + size * 1.5
    return [
      { key: `${key} name`, x, y: under, anchor: 'middle', lines, tone: 'name' },
      ...(note
        ? [noteAt(`${key} note`, x, under + lines.length * size * leading, wrapped(note, slot - size * 0.6, size, 2))]
        : []),
    ]
  })
  const texts = names.flat()
  const height = Math.max(...texts.map((text) => text.y + (text.lines.length - 1) * size * leading)) + size * 0.8
  return {
    width,
    height,
    bars,
    joins: bars.slice(1).flatMap((bar, at) => {
      const before = bars[at]!
      const level = y(pieces[at]!.to)
      const [x1, x2] = [before.x + before.width, bar.x]
      return x2 - x1 < 1 ? [] : [`M${round(x1)} ${round(level)}H${round(x2)}`]
    }),
    texts: [
      ...texts,
      ...pieces.map((piece, at): PictureText => {
        const bar = bars[at]!
        const below = piece.side === 'went'
        return {
          key: `${piece.key} figure`,
          x: bar.x + bar.width / 2,
          y: below ? bar.y + bar.height + size * 1.15 : bar.y - size * 0.45,
          anchor: 'middle',
          lines: [figureOf(piece, input)],
          tone: 'figure',
        }
      }),
      ...ticks.map(
        (tick): PictureText => ({
          key: `level ${tick}`,
          x: left - size * 0.6,
          y: y(tick) + size * 0.35,
          anchor: 'end',
          lines: [number(tick)],
          tone: 'note',
        }),
      ),
    ],
    levels: ticks.map((tick) => `M${round(left)} ${round(y(tick))}H${width}`),
    breaks: [bars[0]!, bars.at(-1)!].map(
      ({ x, width: wide }) =>
        `M${round(x - 4)} ${round(bottom - size * 0.9)}l${round(wide + 8)} ${-round(size * 0.55)}`,
    ),
  }
}

function noteAt(key: string, x: number, y: number, lines: readonly string[]): PictureText {
  return { key, x, y, anchor: 'middle', lines, tone: 'note' }
}
