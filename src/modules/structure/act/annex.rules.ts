import type { ToldAct } from './act.contract.ts'

type Touched = ToldAct['units'][number]
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

/** As much of an act as its lists need. */
export interface Listed {
  readonly units: readonly Omit<Touched, 'stands'>[]
  readonly lineage: ToldAct['lineage']
}

/** The lists attached to a decision: one of the units that begin, end or change in themselves, and one per unit that receives others. */
export function annexesOf({ units, lineage }: Listed): readonly Annex[] {
  const into = new Map<string, UnitNamed[]>()
  for (const { from, to } of lineage) {
    const several = into.get(from.id)
    if (several) several.push(to)
    else into.set(from.id, [to])
  }
  const lines = units
    .map((unit) => lineOf(unit, into.get(unit.unit.id) ?? []))
    .sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
  const byReceiver = Map.groupBy(lines.filter(isOnlyMoved), ({ after }) => after?.id ?? null)
  const homeless = byReceiver.get(null) ?? []
  byReceiver.delete(null)
  if (byReceiver.size < 2) return lines.length > 0 ? [{ to: null, lines }] : []
  const own = lines.filter((line) => !isOnlyMoved(line))
  return [
    ...(own.length > 0 ? [{ to: null, lines: own }] : []),
    ...[...byReceiver.values()].map((moved) => ({ to: moved[0]!.after, lines: moved })),
    ...(homeless.length > 0 ? [{ to: null, lines: homeless }] : []),
  ]
}

/** Those of an act that are no units any more, and have no card. */
export function goneOf({ units }: Pick<ToldAct, 'units'>): ReadonlySet<string> {
  return new Set(units.flatMap(({ stands, unit }) => (stands ? [] : unit.id)))
}

function isOnlyMoved({ part, before, after, named, typed }: AnnexLine): boolean {
  return part === 'changed' && after?.id !== before?.id && named === null && typed === null
}

function lineOf({ unit, part, type, parent, before }: Listed['units'][number], into: readonly UnitNamed[]): AnnexLine {
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
