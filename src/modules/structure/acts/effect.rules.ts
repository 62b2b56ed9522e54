import type { PlainDate } from '#kernel/contract/dates.ts'
import { type Stretch, stretchOn } from '../timeline.rules.ts'
import type { UnitLink } from '../words.contract.ts'
import type { ActInput } from './act-input.contract.ts'
import type { BelongingMove, DoneMove } from './belongings.rules.ts'
import type { ActEffect } from './effect.contract.ts'
import type { Plan } from './plan.rules.ts'

type Link = (unitId: string) => typeof UnitLink._output

/** Two days on which lives are compared: `was` on what is entered, `is` on what would be. They differ where a correction moves the day. */
export interface Days {
  readonly was: PlainDate
  readonly is: PlainDate
}

/** What becomes of units: who begins, ends, changes, lives on again or is not there any more. */
export function unitsOf(
  lives: Plan['lives'],
  act: ActInput | null,
  days: Days,
  link: Link,
): Pick<ActEffect, 'opens' | 'changes' | 'ends' | 'gone' | 'returns'> {
  const typed = (kind: (before: Stretch | undefined, after: Stretch | undefined, life: Life) => Stretch | undefined) =>
    lives.flatMap((life) => {
      const [was, is] = [stretchOn(life.before, days.was), stretchOn(life.after, days.is)]
      const found = kind(was, is, life)
      return found ? [{ unit: link(life.unitId), type: found.type }] : []
    })
  const stood = new Set(lives.flatMap(({ unitId, before }) => (before.length > 0 ? [unitId] : [])))
  return {
    opens: (act?.opens ?? [])
      .filter(({ id }) => !stood.has(id))
      .map(({ id, name, type, parentId }) => ({ id, name, type, parent: parentId ? link(parentId) : null })),
    changes: lives.flatMap((life) => changesOf(life, days, link)),
    ends: typed((was, is, { after }) => (was && !is && after.length > 0 ? was : undefined)),
    gone: typed((_was, _is, { before, after }) => (after.length === 0 ? before.at(-1) : undefined)),
    returns: typed((was, is, { before }) => (!was && before.length > 0 ? is : undefined)),
  }
}

type Life = Plan['lives'][number]

function changesOf({ unitId, before, after }: Life, days: Days, link: Link): ActEffect['changes'] {
  const [was, is] = [stretchOn(before, days.was), stretchOn(after, days.is)]
  if (!was || !is) return []
  const unit = link(unitId)
  const text = (id: string | null) => (id === null ? null : link(id).name)
  return [
    { unit, field: 'name' as const, from: was.name, to: is.name, same: was.name === is.name },
    { unit, field: 'shortName' as const, from: was.shortName, to: is.shortName, same: was.shortName === is.shortName },
    { unit, field: 'type' as const, from: was.type, to: is.type, same: was.type === is.type },
    { unit, field: 'parent' as const, from: text(was.parent), to: text(is.parent), same: was.parent === is.parent },
  ].flatMap(({ same, ...line }) => (same ? [] : [line]))
}

/** A belonging and where it goes; `to` its own unit: it stays there after all. */
export type Going = Pick<DoneMove, 'family' | 'thing' | 'unitId' | 'to'>

/** What becomes of belongings against what the act has already done with them. */
export function goingsOf(moves: readonly BelongingMove[], done: readonly DoneMove[]): readonly Going[] {
  const key = ({ family, thing, unitId }: Omit<Going, 'to'>) => `${family} ${thing} ${unitId}`
  const before = new Map(done.map((move) => [key(move), move.to]))
  const now = new Map(moves.map(({ belonging, to }) => [key(belonging), to]))
  return [
    ...moves.flatMap(({ belonging: { family, thing, unitId }, to }) =>
      before.get(key({ family, thing, unitId })) === to ? [] : [{ family, thing, unitId, to }],
    ),
    ...done.flatMap(({ family, thing, unitId }) =>
      now.has(key({ family, thing, unitId })) ? [] : [{ family, thing, unitId, to: unitId }],
    ),
  ]
}
