import { linkHorizontal } from 'd3-shape'
import type { OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { lineage } from './lineage.contract.ts'
import type { TimeScale } from './time-scale.rules.ts'

type Lineage = OutputOf<typeof lineage>
type Unit = Lineage['units'][number]

/** Half the width of the place where a unit goes on in another, in px. */
export const curveHalf = 18

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

/** A unit's band: cut where acts join it to others, dotted where no source covers the time. */
export function bandOf(unit: Unit, data: Lineage, scale: TimeScale, y: number, side: Band['side'], size: number): Band {
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

/** The curves between bands, each at its act. */
export function curvesOf(
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
