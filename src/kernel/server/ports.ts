import type { Contract } from '#kernel/contract/contract.ts'
import type { Instant, PlainDate } from '#kernel/contract/dates.ts'
import type { MissingRight } from '#kernel/contract/problem.ts'
import type { Db } from '../db/engine.ts'

/** How far a grant goes from its unit: the unit alone, the unit with what stands below it, or the organs of the committee and not itself. */
export type GrantReach = 'own' | 'below' | 'organs'

/** A grant as the kernel needs it: which verbs, on what, how far. `unitId: null` is the whole organisation. */
export interface Grant {
  readonly id: string
  readonly role: string
  readonly verbs: readonly string[]
  readonly unitId: string | null
  readonly reach: GrantReach
  /** The role's Vietnamese name with whom it stands in for: the capacity as the journal keeps it. */
  readonly title?: string | undefined
  /** The mandate of inspection or complaint that it comes from: what is read by it is shown to the person concerned later. */
  readonly mandateId?: string | undefined
}

/** Who acts. */
export interface Session {
  readonly accountId: string
  readonly displayName: string
  /** In which capacity, as the journal keeps it. */
  readonly capacity: string
  /** The grants in force: of the capacity chosen, or all where none was. */
  readonly grants: readonly Grant[]
  /** Every grant in force: the capacities that can be chosen. */
  readonly capacities: readonly Grant[]
  /** False: nobody of the Party organisation (an agency head, somebody dismissed): their own page only. */
  readonly inside: boolean
  /** Compartments whose team the person belongs to and whose subject the person is not. */
  readonly compartments: readonly string[]
  /** What has to be done before anything else answers (a second factor, a password of one's own), and what answers meanwhile. */
  readonly heldBack: { readonly code: string; readonly answers: readonly string[] } | null
}

/** Somebody with nothing but grants: who fills, loads and measures. */
export function actorWith(given: Pick<Session, 'accountId' | 'displayName' | 'capacity' | 'grants'>): Session {
  return { ...given, capacities: given.grants, inside: true, compartments: [], heldBack: null }
}

/** What the kernel asks of the storeys above, untied downward: main.ts hands these in. */
export interface Ports {
  /** The session of a request, asked anew each time so that a dismissal takes effect on the next one; null without. */
  findSession(headers: Headers, today: PlainDate): Promise<Session | null>
  /** The first of some units that does not lie under the reach that the transaction was told of, on its anchor date; null: all do. */
  findOutOfReach(tx: Db, unitIds: readonly string[]): Promise<string | null>
  /** Who could give the right that was missing, and which roles hold it; asked after a refusal. */
  explainMissing(actor: Session, wanted: Wanted, today: PlainDate): Promise<MissingRight>
  /** Whether the first organisation and administrator exist. Until then only the set-up answers. */
  isSetUp(): Promise<boolean>
}

/** A right that somebody did not have: a capability on a unit, or on the whole organisation. */
export interface Wanted {
  readonly verb: string
  readonly unitId: string | null
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
  /** Committees whose organs are covered. */
  readonly organs: readonly string[]
}

/** Covers nothing. */
export const noReach: Reach = { whole: false, own: [], below: [], organs: [] }

/** What the grants that hold a capability cover. */
export function reachFor(grants: readonly Grant[], capability: string): Reach {
  const holding = holdingOf(grants, capability)
  const unitsOf = (reach: GrantReach) =>
    holding.flatMap((grant) => (grant.unitId && grant.reach === reach ? [grant.unitId] : []))
  return {
    whole: holding.some((grant) => grant.unitId === null),
    own: unitsOf('own'),
    below: unitsOf('below'),
    organs: unitsOf('organs'),
  }
}

/** The grants that hold a capability. */
export function holdingOf(grants: readonly Grant[], capability: string): Grant[] {
  return grants.filter(({ verbs }) => holdsVerb(verbs, capability))
}

/** The grant by which somebody acts: the one that holds the capability, or the only one there is; undefined where several do. */
export function actingGrant(
  contract: Pick<Contract, 'name' | 'permission'>,
  { grants }: Pick<Session, 'grants'>,
): Grant | undefined {
  const holding = contract.permission === 'granted' ? holdingOf(grants, contract.name) : grants
  return holding.length === 1 ? holding[0] : undefined
}

/** Whether grants hold a capability on any unit. */
export function mayAnywhere(grants: readonly Grant[], capability: string): boolean {
  return grants.some(({ verbs }) => holdsVerb(verbs, capability))
}

/** Whether somebody may use a capability at all, on some unit; what a person is told they may and what answers agree here. */
export function mayUse(contract: Contract, actor: Pick<Session, 'grants' | 'inside'>): boolean {
  if (contract.permission === 'anyone' || contract.permission === 'account') return true
  if (contract.permission === 'signed-in') return actor.inside
  const { whole, own, below, organs } = reachFor(actor.grants, contract.name)
  const needsWhole = contract.kind === 'command' && contract.units.length === 0
  return whole || (!needsWhole && own.length + below.length + organs.length > 0)
}
