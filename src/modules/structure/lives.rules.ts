import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Blame, Frame } from './load-history/contradiction.rules.ts'
import type { PlaceOf } from './load-history/places.rules.ts'
import { lifeOf, type Stretch, stretchOn } from './timeline.rules.ts'

/** Lives of units by their keys. */
export type Lives = ReadonlyMap<string, readonly Stretch[]>

/** Which stretches are looked at: of which units (all unless told), and from which day on. */
export interface Scope {
  readonly units?: Iterable<string>
  readonly since?: PlainDate
}

/** Each stretch stands under a parent that lives through all of it, of types that may stand above it. */
export function checkParents(lives: Lives, placeOf: PlaceOf, frame: Frame, blame: Blame, scope: Scope = {}): void {
  for (const unit of scope.units ?? lives.keys()) {
    for (const stretch of lives.get(unit) ?? []) {
      const { from, until } = stretch.valid
      if (scope.since && until !== null && until <= scope.since) continue
      const parentPlace = () => placeOf(stretch.openedBy, unit, 'parent')
      if (!frame.typeOn(stretch.type, from))
        blame(placeOf(stretch.openedBy, unit, 'type'), 'unknown_type', `${unit}: ${stretch.type}`)
      if (stretch.parent === null) {
        if (!frame.mayStandUnder(stretch.type, null, from))
          blame(placeOf(stretch.openedBy, unit), 'may_not_stand_there', unit)
        continue
      }
      const parent = lives.get(stretch.parent)
      const above = parent && stretchOn(parent, from)
      if (!above) {
        blame(parentPlace(), 'parent_does_not_live', `${unit} → ${stretch.parent}`)
        continue
      }
      const life = lifeOf(parent)
      if (life.until !== null && (until === null || life.until < until)) {
        blame(placeOf(parent.at(-1)!.closedBy!, stretch.parent), 'parent_does_not_live', `${unit} → ${stretch.parent}`)
      }
      const whatStands = (upper: Stretch) => `${unit} (${stretch.type}) → ${stretch.parent} (${upper.type})`
      if (!frame.mayStandUnder(stretch.type, above.type, from))
        blame(parentPlace(), 'may_not_stand_there', whatStands(above))
      // The parent becomes of another type over it.
      for (const later of parent) {
        if (later.valid.from <= from || (until !== null && later.valid.from >= until)) continue
        if (!frame.mayStandUnder(stretch.type, later.type, later.valid.from)) {
          blame(placeOf(later.openedBy, stretch.parent, 'type'), 'may_not_stand_there', whatStands(later))
        }
      }
    }
  }
}

/** A unit that an act put under another, from a day on. */
export interface Move {
  readonly act: string
  readonly unit: string
  readonly on: PlainDate
}

/** Whoever an act has moved must not stand under itself afterwards. */
export function checkCircles(moves: readonly Move[], lives: Lives, placeOf: PlaceOf, blame: Blame): void {
  for (const { act, unit, on } of moves) {
    const seen = new Set<string>()
    let above = parentOn(lives, unit, on)
    while (above !== null && above !== unit && !seen.has(above)) {
      seen.add(above)
      above = parentOn(lives, above, on)
    }
    if (above === unit) blame(placeOf(act, unit, 'parent'), 'circle', unit)
  }
}

function parentOn(lives: Lives, unit: string, day: PlainDate): string | null {
  return stretchOn(lives.get(unit) ?? [], day)?.parent ?? null
}
