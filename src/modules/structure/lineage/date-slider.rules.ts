import type { OutputOf } from '#kernel/contract/contract.ts'
import { type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import type { Card } from '../card/history.rules.ts'
import type { lineage } from './lineage.contract.ts'

/** A day on which something changed, and by how many acts. */
export interface ChangeDay {
  readonly on: PlainDate
  readonly acts: number
}

/** The day that a year on the slider stands for: its last day, or today for the year we are in. */
export function dayOfYear(year: number, today: PlainDate): PlainDate {
  return year === yearOf(today) ? today : plainDate(`${year}-12-31`)
}

/** The years between which the slider moves: from the one before the first known day to the last, today and the asked day included. */
export function sliderYears(
  days: readonly ChangeDay[],
  asOf: PlainDate,
  today: PlainDate,
): { readonly first: number; readonly last: number } {
  const known = [...days.map(({ on }) => on), today].map(yearOf)
  return { first: Math.min(Math.min(...known) - 1, yearOf(asOf)), last: Math.max(...known, yearOf(asOf)) }
}

/** The nearest days of acts before and after a day; null where there is none. */
export function actsAround(
  days: readonly ChangeDay[],
  asOf: PlainDate,
): { readonly before: PlainDate | null; readonly after: PlainDate | null } {
  const sorted = days.map(({ on }) => on).sort()
  return { before: sorted.findLast((day) => day < asOf) ?? null, after: sorted.find((day) => day > asOf) ?? null }
}

/** One mark of the slider for all that changed in a year; `many`: not few, and a third of the busiest year's at least. */
export interface YearMark {
  readonly year: number
  /** Where it stands between the first year and the last, from 0 to 1. */
  readonly at: number
  readonly many: boolean
}

/** Marks thinned to one of a year: exact days are for the buttons. */
export function marksByYear(days: readonly ChangeDay[], first: number, last: number): readonly YearMark[] {
  const acts = new Map<number, number>()
  for (const day of days) acts.set(yearOf(day.on), (acts.get(yearOf(day.on)) ?? 0) + day.acts)
  const busiest = Math.max(...acts.values())
  return [...acts].map(([year, count]) => ({
    year,
    at: last <= first ? 0 : Math.max(0, Math.min(1, (year - first) / (last - first))),
    many: count > 2 && count * 3 >= busiest,
  }))
}

/** The years to write under the slider: both ends, and so many round ones between them as find room. */
export function labelledYears(first: number, last: number, most: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((every) => (last - first) / every <= most) ?? 200
  const years = [first]
  for (let year = Math.ceil((first + step * 0.9) / step) * step; year <= last - step * 0.6; year += step)
    years.push(year)
  return last > first ? [...years, last] : years
}

/** Several lists of days as one in order of time; what is told twice counts as the one that tells of more acts. */
export function mergeDays(...lists: readonly (readonly ChangeDay[])[]): readonly ChangeDay[] {
  const acts = new Map<PlainDate, number>()
  for (const { on, acts: count } of lists.flat()) acts.set(on, Math.max(acts.get(on) ?? 0, count))
  return [...acts].map(([on, count]) => ({ on, acts: count })).sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** The known days of a lineage: its acts, the beginnings of its units, and the days on which one got another name or type. */
export function lineageDays(data: OutputOf<typeof lineage>): readonly ChangeDay[] {
  const acts = data.acts
    .filter(({ effective }) => effective.precision !== 'unknown')
    .map(({ effective }) => effective.on)
  const units = data.units.flatMap(({ stretches }) =>
    stretches
      .filter(({ name, type }, at) => name !== stretches[at - 1]?.name || type !== stretches[at - 1]?.type)
      .filter(({ fromPrecision }) => fromPrecision !== 'unknown')
      .map(({ from }) => from),
  )
  return [...new Set([...acts, ...units])].sort().map((on) => ({ on, acts: 1 }))
}

/** The known days of a unit's own acts, as its card tells them; an act revoked had no effect. */
export function cardDays({ acts }: Pick<Card, 'acts'>): readonly ChangeDay[] {
  const inForce = acts.filter(({ effective, revoked }) => effective.precision !== 'unknown' && !revoked)
  return inForce.map(({ effective }) => ({ on: effective.on, acts: 1 }))
}

function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4))
}
