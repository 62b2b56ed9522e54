import { addDays, PlainDate, plainDate } from '#kernel/contract/dates.ts'

/** The days that can be asked for. */
interface Shown {
  readonly first: PlainDate
  readonly last: PlainDate
}

/** The same day a year earlier; of the last of February, the last. */
export function yearBefore(day: PlainDate): PlainDate {
  const earlier = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`
  return earlier.endsWith('-02-29') ? plainDate(`${earlier.slice(0, 4)}-02-28`) : plainDate(earlier)
}

/** The two days of a comparison, and what the address says that is no day to show. */
export interface TwoDays {
  readonly from: PlainDate
  readonly until: PlainDate
  /** As written, with the day that stands for it. */
  readonly bad: readonly { readonly written: string; readonly instead: PlainDate }[]
}

/** The days that an address asks for: the second is the day being looked at where it names none, the first a year before it. */
export function twoDays(
  written: { readonly tu: string; readonly den: string },
  asOf: PlainDate,
  shown: Shown,
): TwoDays {
  const until = dayOf(written.den, shown)
  const second = until ?? asOf
  const from = dayOf(written.tu, shown)
  const first = from ?? later(yearBefore(second), shown.first)
  return {
    from: first,
    until: second,
    bad: [
      ...(written.tu !== '' && from === null ? [{ written: written.tu.slice(0, 40), instead: first }] : []),
      ...(written.den !== '' && until === null ? [{ written: written.den.slice(0, 40), instead: second }] : []),
    ],
  }
}

/** A pair of days worth a press. */
export interface QuickDays {
  readonly kind: 'last' | 'year' | 'founding'
  readonly from: PlainDate
  readonly until: PlainDate
}

/** The last change up to today, a year up to the second day, the whole life up to it; only those that can be asked for. */
export function quickDays(ask: {
  readonly until: PlainDate
  readonly today: PlainDate
  readonly changes: readonly PlainDate[]
  /** Null where it is not known. */
  readonly founded: PlainDate | null
  readonly shown: Shown
}): readonly QuickDays[] {
  const { until, today, founded, shown } = ask
  const last = ask.changes.filter((day) => day <= today).at(-1)
  const quick: QuickDays[] = [
    ...(last ? [{ kind: 'last' as const, from: addDays(last, -1), until: last }] : []),
    { kind: 'year', from: yearBefore(until), until },
    ...(founded ? [{ kind: 'founding' as const, from: founded, until }] : []),
  ]
  return quick.filter((days) => days.from < days.until && days.from >= shown.first && days.until <= shown.last)
}

function dayOf(written: string, { first, last }: Shown): PlainDate | null {
  const day = PlainDate.safeParse(written)
  return day.success && day.data >= first && day.data <= last ? day.data : null
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b
}
