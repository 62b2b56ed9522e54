import type { PlainDate } from '#kernel/contract/dates.ts'
import type { TermsFile } from '#modules/structure/index.server.ts'

type UnitType = TermsFile['types'][number]

/** The types that a first organisation may have on a day: a type that stood as a root only in former times is none of them. */
export function rootTypesOn(types: readonly UnitType[], day: PlainDate): UnitType[] {
  return types.filter((type) => type.may_be_root && type.from <= day && (type.until === undefined || day < type.until))
}
