import type { PlainDate } from '#kernel/contract/dates.ts'
import { workdays } from './founding.ts'
import { addCells, divide, endCell, mergeIntoNew, mergeIntoOld, moveCell, type Op, renameCell } from './ops-cells.ts'
import { closeSection, openSection, renameOrganisation, transfer } from './ops-committees.ts'
import { attach, downgrade, endGrassrootsCell, establish, mergeGrassrootsCells, upgrade } from './ops-grassroots.ts'
import { mergeCommittees, splitCommittee, uniteCommittees } from './ops-merge.ts'
import { counted, type World } from './world.ts'

/** A stretch of time with the acts to perform in it and how many attached cells must stand at its end. */
export type Segment = {
  from: string
  to: string
  /** How many acts of each kind on grassroots organisations and sections. */
  plan: Partial<Record<keyof typeof organisationOps, number>>
  /** How many acts on cells; they steer the number of cells to the target. */
  cellActs: number
  cells: number
  /** Acts of their own at the start of the stretch. */
  before?: (w: World) => void
}

const organisationOps = {
  upgrade: (w: World, on: PlainDate) => upgrade(w.random.int(2, 3))(w, on),
  downgrade,
  establishSmall: (w: World, on: PlainDate) => establish(w.random.int(3, 6))(w, on),
  establishLarge: (w: World, on: PlainDate) => establish(w.random.int(9, 14))(w, on),
  establishCell: establish(0),
  mergeCommittees,
  uniteCommittees,
  divideCommittee: splitCommittee('divide'),
  separateCommittee: splitCommittee('separate'),
  mergeGrassrootsCells,
  endGrassrootsCell,
  attach,
  openSection,
  closeSection,
  transfer,
  renameOrganisation,
} satisfies Record<string, Op>

/** Acts on cells by what they do to the number of cells. */
function cellOp(w: World, effect: number): Op {
  if (effect > 1) return addCells(effect)
  if (effect === 1) return w.random.chance(0.4) ? divide : addCells(1)
  if (effect === 0) return w.random.chance(0.5) ? renameCell : moveCell
  if (effect === -1) return w.random.pick([mergeIntoNew(2), mergeIntoNew(2), mergeIntoOld(1), endCell])
  const by = -effect
  return w.random.chance(0.6) ? mergeIntoNew(by + 1) : mergeIntoOld(by)
}

/** Lives through a segment: organisations in its first four fifths, cells all along, and the exact number of cells at its end. */
export function live(w: World, segment: Segment): void {
  const ops = Object.entries(segment.plan).flatMap(([name, count]) =>
    Array.from({ length: count }, () => organisationOps[name as keyof typeof organisationOps] as Op),
  )
  const days = workdays(w, segment.from, segment.to, ops.length + segment.cellActs)
  const early = Math.floor(days.length * 0.8)
  const places = new Set(w.random.shuffled(Array.from({ length: early }, (_, i) => i)).slice(0, ops.length))
  const queue = w.random.shuffled(ops)
  let cellActsLeft = segment.cellActs
  let expected = Object.entries(segment.plan).reduce((sum, [name, n]) => sum + (drift[name] ?? 0) * n, 0)
  for (const [i, on] of days.entries()) {
    if (places.has(i)) {
      const op = queue.pop() as Op
      attempt(w, op, on)
      const name = Object.entries(organisationOps).find(([, value]) => value === op)?.[0] ?? ''
      expected -= drift[name] ?? 0
      continue
    }
    const rest = segment.cells - counted(w, 'chi_bo') - (cellActsLeft > 6 ? expected : 0)
    attempt(w, cellOp(w, effectFor(w, rest, cellActsLeft)), on)
    cellActsLeft--
  }
  const left = segment.cells - counted(w, 'chi_bo')
  if (left !== 0) throw new Error(`${segment.to}: ${left} cells short of ${segment.cells}`)
}

/** What the acts on organisations are expected to add to the number of cells, each. */
const drift: Record<string, number> = {
  upgrade: 2.5,
  downgrade: -5,
  establishSmall: 4.5,
  establishLarge: 11.5,
  attach: 1,
}

/** The effect of the next act, so that the rest is used up evenly; some waver while there is room for it. */
function effectFor(w: World, rest: number, left: number): number {
  const even = rest / left
  const wavering = left > 8 ? w.random.pick([-1, 0, 0, 0, 1]) : 0
  const effect = Math.round(even + wavering + (w.random.next() - 0.5) * (left > 8 ? 0.9 : 0))
  return Math.max(-5, Math.min(3, left <= 8 && effect === 0 && Math.abs(rest) >= 1 ? Math.sign(rest) : effect))
}

/** Performs an act on the day, trying other units until one fits; throws when none does. */
export function attempt(w: World, op: Op, on: PlainDate): void {
  for (let tries = 0; tries < 40; tries++) if (op(w, on)) return
  throw new Error(`an act could not be performed on ${on}`)
}
