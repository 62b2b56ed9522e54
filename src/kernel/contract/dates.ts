import { z } from 'zod'

/** A day of the calendar without a time or a zone, as `YYYY-MM-DD`, from the year 1 on (PostgreSQL knows no year 0). */
export const PlainDate = z.iso
  .date()
  .refine((date) => date >= '0001-01-01', { params: { vi: 'Ngày không hợp lệ.', en: 'Not a day of the calendar.' } })
  .brand('PlainDate')
export type PlainDate = z.infer<typeof PlainDate>

/** A moment, as an ISO string in UTC with milliseconds (`2024-01-15T03:00:00.000Z`). */
export const Instant = z.iso.datetime().brand('Instant')
export type Instant = z.infer<typeof Instant>

/** A half-open period of days: `from` is in it, `until` is not; `until: null` is open. */
export const Period = z.object({ from: PlainDate, until: PlainDate.nullable() })
export type Period = z.infer<typeof Period>

/** How exactly a historical date is known. */
export const DatePrecision = z.enum(['day', 'month', 'year', 'not_later', 'unknown'])
export type DatePrecision = z.infer<typeof DatePrecision>

/**
 * A historical date: a representative day for ordering, and how exactly it is known.
 * `month` and `year` stand at the first day; `not_later` is the last day possible; `unknown` is only a place in the order.
 */
export const HistoricalDate = z.object({ on: PlainDate, precision: DatePrecision })
export type HistoricalDate = z.infer<typeof HistoricalDate>

/** Takes a string that is known to be a calendar day; throws on anything else. */
export function plainDate(value: string): PlainDate {
  return PlainDate.parse(value)
}

/** The day `days` later (or earlier, when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  const utc = new Date(`${date}T00:00:00Z`)
  utc.setUTCDate(utc.getUTCDate() + days)
  return utc.toISOString().slice(0, 10) as PlainDate
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** Whether the day lies in the half-open period. */
export function contains(period: Period, date: PlainDate): boolean {
  return period.from <= date && (period.until === null || date < period.until)
}

/** Whether two half-open periods share a day. */
export function overlaps(a: Period, b: Period): boolean {
  return (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until)
}

/** The common part of two periods, or null when they share no day. */
export function intersect(a: Period, b: Period): Period | null {
  if (!overlaps(a, b)) return null
  const from = a.from > b.from ? a.from : b.from
  const until = a.until === null ? b.until : b.until === null ? a.until : a.until < b.until ? a.until : b.until
  return { from, until }
}

/** The last day that a historical date may mean: of its month or year, or the day itself. */
export function lastDayOf({ on, precision }: HistoricalDate): PlainDate {
  if (precision === 'year') return `${on.slice(0, 4)}-12-31` as PlainDate
  if (precision !== 'month') return on
  const month = Number(on.slice(5, 7))
  const next =
    month === 12 ? `${Number(on.slice(0, 4)) + 1}-01-01` : `${on.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-01`
  return addDays(next as PlainDate, -1)
}

/** A day as a Vietnamese office writes it: `15/01/2024`. */
export function formatDate(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** The business day in a time zone at a moment (a due day ends at 24:00 there). */
export function dayIn(zone: string, at: Date): PlainDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return parts.format(at) as PlainDate
}
