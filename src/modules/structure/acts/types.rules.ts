import { contains, type Period, type PlainDate } from '#kernel/contract/dates.ts'

/** As much of the frame as tells which types may stand where. */
export interface Frame {
  readonly types: readonly { readonly code: string; readonly valid: Period; readonly mayBeRoot: boolean }[]
  readonly under: readonly { readonly type: string; readonly parentType: string; readonly valid: Period }[]
}

/** The types of a day that may stand under a type, or (null) without a superior; all where the superior is not known. In the frame's order. */
export function typesUnder(frame: Frame, parentType: string | null | undefined, on: PlainDate): readonly string[] {
  const here = frame.types.filter(({ valid }) => contains(valid, on))
  if (parentType === null) return [...new Set(here.flatMap(({ code, mayBeRoot }) => (mayBeRoot ? code : [])))]
  if (parentType === undefined) return [...new Set(here.map(({ code }) => code))]
  const may = new Set(
    frame.under.filter((line) => line.parentType === parentType && contains(line.valid, on)).map(({ type }) => type),
  )
  return [...new Set(here.map(({ code }) => code))].filter((code) => may.has(code))
}
