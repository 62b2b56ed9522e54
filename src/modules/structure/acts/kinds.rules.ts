import type { EnteredKind } from '../words.contract.ts'
import type { ActInput } from './act-input.contract.ts'

/** What is wrong with the shape of an act, before any unit is looked at. */
export type ShapeCode = 'not_this_kind' | 'twice_named' | 'into_itself'

/** A place in the input and what is wrong there. */
export interface ShapeFault {
  readonly at: string
  readonly code: ShapeCode
}

/** What each kind of act is, as the field uses the word (design 4). */
const law: Record<EnteredKind, (act: ActInput) => boolean> = {
  establish: ({ opens, ends, changes }) => {
    const opened = idsOf(opens)
    return (
      opens.length > 0 &&
      ends.length === 0 &&
      changes.every((change) => onlyMoves(change) && opened.has(change.parentId!))
    )
  },
  rename: ({ opens, ends, changes }) => none(opens, ends) && changes.length > 0 && changes.every(onlyNames),
  retype: ({ opens, ends, changes }) => none(opens, ends) && changes.some(({ type }) => type !== undefined),
  reparent: ({ opens, ends, changes }) => none(opens, ends) && changes.length > 0 && changes.every(onlyMoves),
  merge_new: ({ opens, ends, lineage }) => {
    const into = new Set(lineage.filter(({ to }) => to === opens[0]?.id).map(({ from }) => from))
    return opens.length === 1 && ends.length > 1 && ends.every((id) => into.has(id))
  },
  merge_into: ({ opens, ends, lineage }) => {
    const ended = new Set(ends)
    const into = new Set(lineage.filter(({ to }) => !ended.has(to)).map(({ from }) => from))
    return opens.length === 0 && ends.length > 0 && ends.every((id) => into.has(id))
  },
  divide: ({ ends, lineage }) =>
    ends.length === 1 && new Set(lineage.filter(({ from }) => from === ends[0]).map(({ to }) => to)).size > 1,
  separate: ({ opens, ends, lineage }) => {
    const results = new Set(lineage.map(({ to }) => to))
    return ends.length === 0 && opens.length > 0 && opens.every(({ id }) => results.has(id))
  },
  end: ({ opens, ends }) => opens.length === 0 && ends.length > 0,
}

type Change = ActInput['changes'][number]
const idsOf = (units: readonly { id: string }[]) => new Set(units.map(({ id }) => id))
const none = (...lists: readonly (readonly unknown[])[]) => lists.every((list) => list.length === 0)
const names = (change: Change) => change.name !== undefined || change.shortName !== undefined
const onlyNames = (change: Change) => names(change) && change.type === undefined && change.parentId === undefined
const onlyMoves = (change: Change) => !names(change) && change.type === undefined && change.parentId !== undefined

/** Names what is wrong with an act by itself: not what its kind means, a unit named twice, a unit that goes on in itself. */
export function checkShape(act: ActInput): ShapeFault[] {
  const faults: ShapeFault[] = []
  if (!law[act.kind](act)) faults.push({ at: 'kind', code: 'not_this_kind' })
  const ended = new Set(act.ends)
  const seen = new Set<string>()
  const once = (at: string, id: string) => {
    if (seen.has(id)) faults.push({ at, code: 'twice_named' })
    seen.add(id)
  }
  act.opens.forEach(({ id }, i) => {
    once(`opens.${i}.id`, id)
  })
  act.changes.forEach(({ unitId }, i) => {
    once(`changes.${i}.unitId`, unitId)
  })
  act.ends.forEach((id, i) => {
    once(`ends.${i}`, id)
  })
  act.opens.forEach(({ id, parentId }, i) => {
    if (id === parentId) faults.push({ at: `opens.${i}.parentId`, code: 'into_itself' })
  })
  act.lineage.forEach(({ from, to }, i) => {
    if (from === to) faults.push({ at: `lineage.${i}.to`, code: 'into_itself' })
    else if (ended.has(to)) faults.push({ at: `lineage.${i}.to`, code: 'into_itself' })
  })
  for (const family of ['organs', 'counterparts'] as const) {
    const moved = new Set<string>()
    act[family].forEach(({ id }, i) => {
      if (moved.has(id)) faults.push({ at: `${family}.${i}.id`, code: 'twice_named' })
      moved.add(id)
    })
  }
  return faults
}
