import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Frame } from '../load-history/contradiction.rules.ts'
import type { Fault } from './rows.rules.ts'

/** A unit of the tree on the day of the import, as whoever brings the list may read it. */
export interface KnownUnit {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly shortName: string | null
  readonly type: string
  /** The first day of its life. */
  readonly from: PlainDate
}

/** What a list is held against. */
export interface Ground {
  /** The unit under which the list works. */
  readonly under: string
  readonly effective: PlainDate
  /** The tree of the day, parents before children. */
  readonly units: readonly KnownUnit[]
  /** The types of the day with their names; what one was called on other days is understood too, unless another is called so on this day. */
  readonly types: readonly {
    readonly code: string
    readonly names: readonly string[]
    readonly otherNames: readonly string[]
  }[]
  readonly frame: Pick<Frame, 'mayStandUnder'>
}

/** A cell that would become different. Types by their codes, superiors by their names. */
export interface CellChange {
  readonly field: 'name' | 'shortName' | 'type' | 'parent'
  readonly place: string
  readonly from: string | null
  readonly to: string | null
}

/** A superior: a unit that stands, or a new one by its row. */
export type Superior = { readonly unit: string } | { readonly row: number }

/** What a row would do. `unitId` is null for a new unit. */
export interface Judged {
  readonly no: number
  readonly verdict: 'new' | 'changed' | 'same' | 'refused'
  readonly name: string
  readonly unitId: string | null
  readonly changes: readonly CellChange[]
  readonly faults: readonly Fault[]
  /** What the unit would be; null for what is refused or the same. */
  readonly wanted: Wanted | null
}
export interface Wanted {
  readonly name: string
  readonly shortName: string | null
  readonly type: string
  readonly superior: Superior | null
}
