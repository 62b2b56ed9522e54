import type { PlainDate } from '#kernel/contract/dates.ts'

/** What of the data the rules must know: which codes exist on which days. */
export interface Frame {
  /** Whether a unit type exists on a day. */
  typeOn(type: string, day: PlainDate): boolean
  /** Whether a unit of a type may stand directly under one of another type on a day (parent null: be a root). */
  mayStandUnder(type: string, parentType: string | null, day: PlainDate): boolean
  /** Whether a kind of the family exists. */
  hasKind(family: 'organ' | 'counterpart' | 'fact', code: string): boolean
  /** Whether a value fits the kind of fact. */
  factValueFits(kind: string, value: string): boolean
  hasMeasure(code: string): boolean
}

export const contradictions = [
  'unknown_key',
  'twice_the_same_key',
  'unknown_type',
  'may_not_stand_there',
  'unknown_kind',
  'value_does_not_fit',
  'unknown_measure',
  'lives_already',
  'does_not_live',
  'ends_on_its_first_day',
  'changes_nothing',
  'parent_does_not_live',
  'circle',
  'outside_its_life',
  'overlapping',
  'ends_before_it_begins',
  'recorded_before_what_it_stands_on',
  'unclean_text',
  'recorded_in_the_future',
] as const
export type ContradictionCode = (typeof contradictions)[number]

/** A place in the file (`acts[12].changes[3].parent`) and what is wrong there. */
export interface Contradiction {
  readonly at: string
  readonly code: ContradictionCode
  readonly what: string
}

/** Names a place of the file and what is wrong there. */
export type Blame = (at: string, code: ContradictionCode, what: string) => void
