import type { Period, PlainDate } from '#kernel/contract/dates.ts'

/** What a unit is between two changes. `parent: null` is a root. */
export interface UnitState {
  type: string
  name: string
  shortName: string | null
  parent: string | null
  covered: boolean
  /** False: no source says what stood below it; figures that would count it answer "chưa có tư liệu". */
  belowCovered: boolean
  restricted: boolean
}

/** What one act does to one unit. Exactly one of `open`, `change`, `end`. */
export interface UnitDeed {
  readonly act: string
  readonly on: PlainDate
  readonly open?: UnitState
  readonly change?: Partial<UnitState>
  readonly end?: true
  /** A reorganisation of which no source says what it changed: it touches the unit and opens no new stretch. */
  readonly mayChangeNothing?: boolean
  /** The deed's source is invented (demo). */
  readonly illustrative?: boolean
}

/** A stretch of a unit's life without a change, with the acts at both ends. */
export interface Stretch extends UnitState {
  readonly valid: Period
  readonly openedBy: string
  readonly closedBy: string | null
  readonly illustrative: boolean
}

/** A deed that does not fit the life before it. */
export interface Misfit {
  readonly act: string
  readonly code: 'lives_already' | 'does_not_live' | 'ends_on_its_first_day' | 'changes_nothing'
}

/**
 * The life of one unit out of its deeds in effective order. A second change on the same day refines the stretch that begins there.
 * A unit lives once: what was ended never comes back under the same identity.
 */
export function timelineOf(deeds: readonly UnitDeed[]): { stretches: Stretch[]; misfits: Misfit[] } {
  const stretches: Stretch[] = []
  const misfits: Misfit[] = []
  for (const deed of deeds) {
    const last = stretches.at(-1)
    const alive = last && last.valid.until === null ? last : undefined
    if (deed.open) {
      if (last) misfits.push({ act: deed.act, code: 'lives_already' })
      else
        stretches.push({
          ...deed.open,
          valid: { from: deed.on, until: null },
          openedBy: deed.act,
          closedBy: null,
          illustrative: deed.illustrative === true,
        })
    } else if (!alive || deed.on < alive.valid.from) {
      misfits.push({ act: deed.act, code: 'does_not_live' })
    } else if (deed.end) {
      if (deed.on === stretches[0]!.valid.from) misfits.push({ act: deed.act, code: 'ends_on_its_first_day' })
      else {
        // A change and the end on one day: the change never held, the stretch before it is the last.
        if (deed.on === alive.valid.from) stretches.pop()
        const final = stretches.pop()!
        stretches.push({ ...final, valid: { from: final.valid.from, until: deed.on }, closedBy: deed.act })
      }
    } else {
      const next = { ...alive, ...deed.change }
      if (sameState(alive, next)) {
        if (!deed.mayChangeNothing) misfits.push({ act: deed.act, code: 'changes_nothing' })
      } else if (deed.on === alive.valid.from) stretches.splice(-1, 1, next)
      else {
        stretches.splice(-1, 1, { ...alive, valid: { from: alive.valid.from, until: deed.on }, closedBy: deed.act })
        stretches.push({
          ...next,
          valid: { from: deed.on, until: null },
          openedBy: deed.act,
          closedBy: null,
          illustrative: deed.illustrative === true,
        })
      }
    }
  }
  return { stretches, misfits }
}

/** The stretch in which a unit lies on a day, if it lives then. */
export function stretchOn(stretches: readonly Stretch[], day: PlainDate): Stretch | undefined {
  return stretches.find(({ valid }) => valid.from <= day && (valid.until === null || day < valid.until))
}

/** The whole life, from the first stretch to the last. */
export function lifeOf(stretches: readonly Stretch[]): Period {
  return { from: stretches[0]!.valid.from, until: stretches.at(-1)!.valid.until }
}

/** Whether two stretches say the same of the same days. */
export function sameStretch(a: Stretch, b: Stretch): boolean {
  return (
    a.valid.from === b.valid.from &&
    a.valid.until === b.valid.until &&
    a.openedBy === b.openedBy &&
    a.closedBy === b.closedBy &&
    sameState(a, b)
  )
}

function sameState(a: UnitState, b: UnitState): boolean {
  return (
    a.type === b.type &&
    a.name === b.name &&
    a.shortName === b.shortName &&
    a.parent === b.parent &&
    a.covered === b.covered &&
    a.belowCovered === b.belowCovered &&
    a.restricted === b.restricted
  )
}
