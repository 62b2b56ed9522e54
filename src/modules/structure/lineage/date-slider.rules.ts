import type { OutputOf } from '#kernel/contract/contract.ts'
import { type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import type { lineage } from './lineage.contract.ts'

/** The first year of the slider when nothing older is known: the Bloc's records begin in 1948. */
export const firstYearOfRecords = 1948

/** The day that a year on the slider stands for: its last day, or today for the year we are in. */
export function dayOfYear(year: number, today: PlainDate): PlainDate {
  return year === Number(today.slice(0, 4)) ? today : plainDate(`${year}-12-31`)
}

/** The years between which the slider moves: from the first day something is known to the last, today and the asked day included. */
export function sliderYears(
  days: readonly PlainDate[],
  asOf: PlainDate,
  today: PlainDate,
): { readonly first: number; readonly last: number } {
  const years = [...days, asOf, today].map((day) => Number(day.slice(0, 4)))
  return { first: Math.min(firstYearOfRecords, ...years), last: Math.max(...years) }
}

/** The nearest days of acts before and after a day; null where there is none. */
export function actsAround(
  days: readonly PlainDate[],
  asOf: PlainDate,
): { readonly before: PlainDate | null; readonly after: PlainDate | null } {
  const sorted = [...days].sort()
  return { before: sorted.findLast((day) => day < asOf) ?? null, after: sorted.find((day) => day > asOf) ?? null }
}

/** Where a day stands between the first day of `first` and the last of `last`, as a share from 0 to 1, on the slider's own measure. */
export function shareOf(day: PlainDate, first: number, last: number): number {
  if (last <= first) return 0
  const year = Number(day.slice(0, 4))
  return Math.max(0, Math.min(1, (year - first) / (last - first)))
}

/** Marks of one year told together, with how many acts it has. */
export function marksByYear(days: readonly PlainDate[]): ReadonlyMap<number, number> {
  const marks = new Map<number, number>()
  for (const day of days) {
    const year = Number(day.slice(0, 4))
    marks.set(year, (marks.get(year) ?? 0) + 1)
  }
  return marks
}

/** The known days of a lineage: its acts, the beginnings of its units, and the days on which one got another name or type. */
export function lineageDays(data: OutputOf<typeof lineage>): readonly PlainDate[] {
  const acts = data.acts
    .filter(({ effective }) => effective.precision !== 'unknown')
    .map(({ effective }) => effective.on)
  const units = data.units.flatMap(({ stretches }) =>
    stretches
      .filter(({ name, type }, at) => name !== stretches[at - 1]?.name || type !== stretches[at - 1]?.type)
      .filter(({ fromPrecision }) => fromPrecision !== 'unknown')
      .map(({ from }) => from),
  )
  return [...new Set([...acts, ...units])].sort()
}
