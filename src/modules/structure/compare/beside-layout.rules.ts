import { scaleLinear } from 'd3-scale'
import { textWidth } from '../lineage/time-scale.rules.ts'
import { leading, type PictureText, wrapped } from './picture-words.rules.ts'

/** One direct subordinate, its words said already. */
export interface BesideLine {
  readonly key: string
  readonly name: string
  readonly before: number
  readonly after: number
  readonly beforeFigure: string
  readonly afterFigure: string
}

/** What the bars are laid out from. */
export interface BesideInput {
  readonly lines: readonly BesideLine[]
  /** What stands there no more; null where there is none. */
  readonly gone: { readonly value: number; readonly figure: string; readonly name: string } | null
  readonly width: number
  /** Where the picture begins, under its key. */
  readonly top: number
  /** Size of the letters in px. */
  readonly size: number
}

/** A bar: by the tree of the first day, by that of the second, or gone. */
export interface BesideBar {
  readonly key: string
  readonly side: 'then' | 'now' | 'gone'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Everything the SVG needs, in px. */
export interface Beside {
  readonly width: number
  readonly height: number
  readonly bars: readonly BesideBar[]
  readonly texts: readonly PictureText[]
  /** The line on which all bars stand. */
  readonly base: string
}

/** Two bars for each direct subordinate, then and now; names beside them, or above them where the width is small. */
export function layBeside(input: BesideInput): Beside {
  const { lines, gone, width, size, top } = input
  const beside = width > size * 44
  const left = beside ? Math.min(width * 0.34, size * 24) : 0
  const figures = [...lines.flatMap(({ beforeFigure, afterFigure }) => [beforeFigure, afterFigure]), gone?.figure ?? '']
  const room = Math.max(...figures.map((figure) => textWidth(figure, size))) + size
  const most = Math.max(1, gone?.value ?? 0, ...lines.flatMap(({ before, after }) => [before, after]))
  const x = scaleLinear([0, most], [0, Math.max(width - left - room, size)])
  const thick = size * 0.95
  const bars: BesideBar[] = []
  const texts: PictureText[] = []
  const rows = [
    ...lines.map(({ key, name, before, after, beforeFigure, afterFigure }) => ({
      key,
      name,
      own: [
        { side: 'then' as const, value: before, figure: beforeFigure },
        { side: 'now' as const, value: after, figure: afterFigure },
      ],
    })),
    ...(gone
      ? [{ key: 'gone', name: gone.name, own: [{ side: 'gone' as const, value: gone.value, figure: gone.figure }] }]
      : []),
  ]
  let y = top
  for (const { key, name, own } of rows) {
    const words = wrapped(name, beside ? left - size * 1.2 : width, size, 2)
    const high = own.length * (thick + size * 0.25)
    const nameHigh = words.length * size * leading
    texts.push({
      key: `${key} name`,
      x: beside ? left - size * 0.8 : 0,
      y: beside ? y + Math.max(high - nameHigh, 0) / 2 + size : y + size,
      anchor: beside ? 'end' : 'start',
      lines: words,
      tone: 'name',
    })
    let at = beside ? y + Math.max(nameHigh - high, 0) / 2 : y + nameHigh + size * 0.2
    for (const { side, value, figure } of own) {
      bars.push({
        key: `${key} ${side}`,
        side,
        x: left,
        y: at,
        width: value === 0 ? 0 : Math.max(x(value), 1.5),
        height: thick,
      })
      texts.push({
        key: `${key} ${side} figure`,
        x: left + x(value) + size * 0.5,
        y: at + thick * 0.85,
        anchor: 'start',
        lines: [figure],
        tone: side === 'then' ? 'note' : 'figure',
      })
      at += thick + size * 0.25
    }
    y = Math.max(at, beside ? y + nameHigh : at) + size * 0.9
  }
  return { width, height: y, bars, texts, base: `M${left} ${top - size * 0.3}V${y - size * 0.6}` }
}
