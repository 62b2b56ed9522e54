import type { DatePrecision, HistoricalDate, PlainDate } from '#kernel/contract/dates.ts'
import { formatDate } from '#kernel/contract/dates.ts'
import type { texts } from '../kernel.text.ts'
import type { Say } from '../language.ts'

type KernelKey = keyof (typeof texts)['vi']

/** Reads a day as people type it: 7/11/1948, 07-11-1948, 07.11.1948, 07111948, ngày 7 tháng 11 năm 1948. Null when it is none. */
export function readDay(text: string): PlainDate | null {
  const numbers = text.match(/\d+/g) ?? []
  const joined = numbers.length === 1 && numbers[0]?.length === 8 ? numbers[0] : null
  const [d, m, y] = joined ? [joined.slice(0, 2), joined.slice(2, 4), joined.slice(4)] : numbers
  if (!joined && numbers.length !== 3) return null
  return dayOf(Number(y), Number(m), Number(d), y ?? '')
}

/** Reads a month (6/1953, tháng 6 năm 1953) as its first day. Null when it is none. */
export function readMonth(text: string): PlainDate | null {
  const numbers = text.match(/\d+/g) ?? []
  if (numbers.length !== 2) return null
  return dayOf(Number(numbers[1]), Number(numbers[0]), 1, numbers[1] ?? '')
}

/** Reads a year (2010, năm 2010) as its first day. Null when it is none. */
export function readYear(text: string): PlainDate | null {
  const numbers = text.match(/\d+/g) ?? []
  if (numbers.length !== 1) return null
  return dayOf(Number(numbers[0]), 1, 1, numbers[0] ?? '')
}

function dayOf(year: number, month: number, day: number, written: string): PlainDate | null {
  if (written.length !== 4) return null
  const at = new Date(Date.UTC(year, month - 1, day))
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null
  return at.toISOString().slice(0, 10) as PlainDate
}

/** Reads what stands in a field of a given precision. */
export function readAs(precision: DatePrecision, text: string): PlainDate | null {
  if (precision === 'month') return readMonth(text)
  if (precision === 'year') return readYear(text)
  return readDay(text)
}

/** What stands in the field for a date of a given precision. */
export function writeAs(precision: DatePrecision, on: PlainDate): string {
  if (precision === 'month') return `${Number(on.slice(5, 7))}/${on.slice(0, 4)}`
  if (precision === 'year') return on.slice(0, 4)
  return formatDate(on)
}

/** A historical date in words: 07/11/1948 · tháng 6/1953 · năm 2010 · không muộn hơn 03/02/1991 · chưa rõ ngày. */
export function sayHistorical(date: HistoricalDate, t: Say<KernelKey>): string {
  const year = date.on.slice(0, 4)
  switch (date.precision) {
    case 'day':
      return formatDate(date.on)
    case 'month':
      return t('date.month', { month: String(Number(date.on.slice(5, 7))), year })
    case 'year':
      return t('date.year', { year })
    case 'not_later':
      return t('date.notLater', { date: formatDate(date.on) })
    case 'unknown':
      return t('date.unknown')
  }
}
