import type { OutputOf } from '#kernel/contract/contract.ts'
import type { act } from './act.contract.ts'

type Act = OutputOf<typeof act>
type Touched = Act['units'][number]
type UnitNamed = Touched['unit']

/** One line of an annex: a unit with its place before and after the act. */
export interface AnnexLine {
  readonly unit: UnitNamed
  readonly part: Touched['part']
  readonly type: string
  readonly before: UnitNamed | null
  readonly after: UnitNamed | null
  /** Names before, where the act changed it. */
  readonly named: string | null
  readonly typed: string | null
  /** In whom it goes on, where it ends. */
  readonly into: readonly UnitNamed[]
}

/** One annex: what comes to stand under one result, or (`to: null`) everything else that the act touches. */
export interface Annex {
  readonly to: UnitNamed | null
  readonly lines: readonly AnnexLine[]
}

/** What ends is read before what begins for it, and both before what they leave behind. */
const order: readonly Touched['part'][] = ['ended', 'opened', 'changed']

/** The lists attached to a decision: one of the units that begin, end or change in themselves, and one per unit that receives others. */
export function annexesOf({ units, lineage }: Pick<Act, 'units' | 'lineage'>): readonly Annex[] {
  const into = new Map<string, UnitNamed[]>()
  for (const { from, to } of lineage) into.set(from.id, [...(into.get(from.id) ?? []), to])
  const lines = units
    .map((unit) => lineOf(unit, into.get(unit.unit.id) ?? []))
    .sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
  const moved = lines.filter(
    (line) => line.part === 'changed' && line.after?.id !== line.before?.id && isOnlyMoved(line),
  )
  const receivers = new Map(moved.flatMap(({ after }) => (after ? [[after.id, after] as const] : [])))
  const several = receivers.size > 1
  const own = several ? lines.filter((line) => !moved.includes(line)) : lines
  const first: Annex[] = own.length > 0 ? [{ to: null, lines: own }] : []
  if (!several) return first
  const each = [...receivers.values()].map((to) => ({
    to,
    lines: moved.filter(({ after }) => after?.id === to.id),
  }))
  const homeless = moved.filter(({ after }) => after === null)
  return [...first, ...each, ...(homeless.length > 0 ? [{ to: null, lines: homeless }] : [])]
}

function isOnlyMoved({ named, typed }: AnnexLine): boolean {
  return named === null && typed === null
}

function lineOf({ unit, part, type, parent, before }: Touched, into: readonly UnitNamed[]): AnnexLine {
  const changedName = before && before.name !== null && before.name !== unit.name ? before.name : null
  return {
    unit,
    part,
    type,
    before: part === 'opened' ? null : part === 'ended' ? parent : (before?.parent ?? null),
    after: part === 'ended' ? null : parent,
    named: changedName,
    typed: before && before.type !== type ? before.type : null,
    into: part === 'ended' ? into : [],
  }
}
