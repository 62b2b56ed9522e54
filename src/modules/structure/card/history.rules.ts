import type { OutputOf } from '#kernel/contract/contract.ts'
import { addDays, type HistoricalDate, type PlainDate } from '#kernel/contract/dates.ts'
import type { card } from './card.contract.ts'

export type Card = OutputOf<typeof card>
type Act = Card['acts'][number]
type Stretch = Card['stretches'][number]
type Fact = Card['facts'][number]

/** What an act changed of this unit. */
export type Change =
  | { readonly kind: 'name'; readonly name: string | null }
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'parent'; readonly parent: Stretch['parent'] }
  | { readonly kind: 'uncovered' }
  | { readonly kind: 'covered' }

/** How an act stands to the unit: it began or ended by it, was changed, took others in, or gave some off. */
export type Role = 'opened' | 'ended' | 'changed' | 'received' | 'gave'

/** One line of a unit's history: an act, or a day's event that a source tells (a congress, a milestone). */
export type HistoryLine =
  | {
      readonly key: string
      readonly on: HistoricalDate
      readonly act: Act
      readonly role: Role
      readonly changes: readonly Change[]
    }
  | { readonly key: string; readonly on: HistoricalDate; readonly fact: Fact }

/** Kinds of fact that tell an event rather than a state. */
const eventKinds = new Set(['congress', 'milestone'])

/** The unit's whole history in order of time: acts and told events. */
export function historyOf(data: Card): readonly HistoryLine[] {
  const acts = data.acts.map((act): HistoryLine => {
    const role = roleOf(act)
    const changes = role === 'opened' || role === 'ended' ? [] : changesOn(data.stretches, act.effective.on)
    return { key: act.id, on: act.effective, act, role, changes }
  })
  const facts = data.facts
    .filter((fact) => eventKinds.has(fact.kind))
    .map(
      (fact): HistoryLine => ({
        key: `${fact.kind} ${fact.valid.from}`,
        on: { on: fact.valid.from, precision: 'day' },
        fact,
      }),
    )
  return [...acts, ...facts].sort((a, b) => (a.on.on < b.on.on ? -1 : a.on.on > b.on.on ? 1 : rank(a) - rank(b)))
}

/** On one day the beginning comes first and the end last. */
function rank(line: HistoryLine): number {
  if ('fact' in line) return 2
  return line.role === 'opened' ? 0 : line.role === 'ended' ? 3 : 1
}

function roleOf(act: Act): Role {
  if (act.parts.includes('opened')) return 'opened'
  if (act.parts.includes('ended')) return 'ended'
  if (act.parts.includes('changed')) return 'changed'
  return act.from.length > 0 ? 'received' : 'gave'
}

/** What became different on a day, read from the stretches on both sides of it. */
export function changesOn(stretches: readonly Stretch[], on: PlainDate): readonly Change[] {
  const at = stretches.findIndex((stretch) => stretch.valid.from === on)
  const [before, after] = [stretches[at - 1], stretches[at]]
  if (!before || !after) return []
  const changes: Change[] = []
  if (after.type !== before.type) changes.push({ kind: 'type', type: after.type })
  if (after.name !== before.name) changes.push({ kind: 'name', name: after.name })
  if (after.parent?.id !== before.parent?.id) changes.push({ kind: 'parent', parent: after.parent })
  if (after.covered !== before.covered) changes.push({ kind: after.covered ? 'covered' : 'uncovered' })
  return changes
}

/** The facts of a unit on a day by kind, and those that held before or after. Events are in the history instead. */
export function factsOn(
  data: Card,
  day: PlainDate,
): { readonly now: readonly Fact[]; readonly other: readonly Fact[] } {
  const states = data.facts.filter((fact) => !eventKinds.has(fact.kind))
  const holds = (fact: Fact) => fact.valid.from <= day && (fact.valid.until === null || day < fact.valid.until)
  return { now: states.filter(holds), other: states.filter((fact) => !holds(fact)) }
}

/** The day that a card is told of: the day asked, or the nearest one on which the unit lived. */
export function toldDay(data: Card): PlainDate {
  if (data.state === 'not_yet') return data.life.from
  if (data.state === 'ended' && data.life.until !== null) return addDays(data.life.until, -1)
  return data.asOf
}

/** How other units stand to this one: what it came from and went on in, what it took in and gave off while it lived. */
export interface Relation {
  readonly kind: 'predecessors' | 'received' | 'gave' | 'successors'
  readonly units: Act['from']
}

/** The units before and after this one, those of its own beginning and end apart from those it met in between. */
export function relationsOf(data: Card): readonly Relation[] {
  const ofEach = (pick: (act: Act) => Act['from']) => [
    ...new Map(data.acts.flatMap(pick).map((unit) => [unit.id, unit])).values(),
  ]
  const first = (act: Act) => act.effective.on === data.life.from
  const last = (act: Act) => act.effective.on === data.life.until
  const relations: Relation[] = [
    { kind: 'predecessors', units: ofEach((act) => (first(act) ? act.from : [])) },
    { kind: 'received', units: ofEach((act) => (first(act) ? [] : act.from)) },
    { kind: 'gave', units: ofEach((act) => (last(act) ? [] : act.to)) },
    { kind: 'successors', units: ofEach((act) => (last(act) ? act.to : [])) },
  ]
  return relations.filter(({ units }) => units.length > 0)
}
