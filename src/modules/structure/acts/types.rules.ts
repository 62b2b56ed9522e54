import { contains, type Period, type PlainDate } from '#kernel/contract/dates.ts'

/** As much of the frame as tells which types may stand where. */
export interface Frame {
  readonly types: readonly { readonly code: string; readonly valid: Period }[]
  readonly under: readonly { readonly type: string; readonly parentType: string; readonly valid: Period }[]
}

/** The types of a day that may stand under a type, in the frame's order; all of the day where there is no superior. */
export function typesUnder(frame: Frame, parentType: string | null, on: PlainDate): readonly string[] {
  const here = frame.types.filter(({ valid }) => contains(valid, on)).map(({ code }) => code)
  if (parentType === null) return [...new Set(here)]
  const may = new Set(
    frame.under.filter((line) => line.parentType === parentType && contains(line.valid, on)).map(({ type }) => type),
  )
  return [...new Set(here)].filter((code) => may.has(code))
}
