import type { Contract } from '#kernel/contract/contract.ts'
import type { Instant, PlainDate } from '#kernel/contract/dates.ts'
import type { Db } from '../db/engine.ts'

/** A grant as the kernel needs it: which verbs, on what, how far down. `unitId: null` is the whole organisation. */
export interface Grant {
  readonly id: string
  readonly role: string
  readonly verbs: readonly string[]
  readonly unitId: string | null
  readonly below: boolean
}

/** Who acts. */
export interface Session {
  readonly accountId: string
  readonly displayName: string
  /** The names of the roles held today, as the journal keeps them. */
  readonly capacity: string
  readonly grants: readonly Grant[]
}

/** What the kernel asks of the storeys above, untied downward: main.ts hands these in. */
export interface Ports {
  /** The session of a request, asked anew each time so that a dismissal takes effect on the next one; null without. */
  findSession(headers: Headers, today: PlainDate): Promise<Session | null>
  /** The first of some units that does not lie under the reach that the transaction was told of, on its anchor date; null: all do. */
  findOutOfReach(tx: Db, unitIds: readonly string[]): Promise<string | null>
  /** Whether the first organisation and administrator exist. Until then only the set-up answers. */
  isSetUp(): Promise<boolean>
}

/** The two clocks of a capability (business day, recorded time) as this installation is set. */
export interface Clocks {
  readonly zone: string
  readonly today: PlainDate
  readonly now: Instant
  /** Whether `today` is a settable day of the demo instead of the calendar's. */
  readonly settable: boolean
}

/** Whether a verb set holds a capability: by name, by `module.*`, or `*`. */
export function holdsVerb(verbs: readonly string[], capability: string): boolean {
  const module = capability.slice(0, capability.indexOf('.'))
  return verbs.includes(capability) || verbs.includes(`${module}.*`) || verbs.includes('*')
}

/** The reach that grants give for one capability. */
export interface Reach {
  readonly whole: boolean
  readonly own: readonly string[]
  readonly below: readonly string[]
}

/** What the grants that hold a capability cover. */
export function reachFor(grants: readonly Grant[], capability: string): Reach {
  const holding = grants.filter((grant) => holdsVerb(grant.verbs, capability))
  return {
    whole: holding.some((grant) => grant.unitId === null),
    own: holding.flatMap((grant) => (grant.unitId && !grant.below ? [grant.unitId] : [])),
    below: holding.flatMap((grant) => (grant.unitId && grant.below ? [grant.unitId] : [])),
  }
}

/** Whether grants hold a capability on any unit. */
export function mayAnywhere(grants: readonly Grant[], capability: string): boolean {
  return grants.some(({ verbs }) => holdsVerb(verbs, capability))
}

/** Whether a reach lets its holder use a capability at all, on some unit; what a person is told they may and what answers agree here. */
export function mayUse(contract: Contract, reach: Reach): boolean {
  if (contract.permission !== 'granted') return true
  const needsWhole = contract.kind === 'command' && contract.units.length === 0
  return reach.whole || (!needsWhole && (reach.own.length > 0 || reach.below.length > 0))
}
