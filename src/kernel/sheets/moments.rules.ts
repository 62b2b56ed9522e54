import { addDays, daysBetween, type PlainDate } from '#kernel/contract/dates.ts'

const DAY_SECONDS = 86_400
const first1904 = '1904-01-01' as PlainDate
/** Day 61 in the system of 1900 is 01/03/1900. Before it the count is one off: Excel knows a 29/02/1900 that never was. */
const march1900 = '1900-03-01' as PlainDate
/** 31/12/9999. */
const lastSerial = 2_958_465
/** Characters of a format code that Excel takes; beyond them only a file made by hand goes on. */
const longestCode = 255

/** What a cell's number format makes of a number. */
export interface CellFormat {
  /** `month` and `year`: the format shows no day (`mm/yyyy`, `yyyy`), so none is claimed. */
  readonly shows: 'number' | 'day' | 'month' | 'year' | 'time'
  /** For a format of zeros alone (`0000`): the digits a whole number is filled up to; else 0. */
  readonly digits: number
}

/** Formats that a file may use by number without spelling them (ECMA-376 18.8.30); the ones not listed show numbers. */
const builtIn: Readonly<Record<number, string>> = {
  14: 'd/m/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'd/m/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
}

/** What a format shows, by the code spelled in the file or, without one, by its number. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  const spelled = (code ?? builtIn[id] ?? '').slice(0, longestCode)
  const bare = spelled
    .replace(/"[^"]*"|\\.|_.|\*./gs, '')
    .replace(/\[([hms])\1*\]/gi, '$1')
    .replace(/\[[^\]]*\]|am\/pm|a\/p|general/gi, '')
    .split(';')[0]!
    .toLowerCase()
  const day = bare.includes('d')
  const year = bare.includes('y')
  const time = /[hs]/.test(bare)
  if (day || (year && time)) return { shows: 'day', digits: 0 }
  if (time) return { shows: 'time', digits: 0 }
  if (bare.includes('m')) return { shows: 'month', digits: 0 }
  if (year) return { shows: 'year', digits: 0 }
  return { shows: 'number', digits: /^0+$/.test(spelled) ? spelled.length : 0 }
}

/**
 * A number that its format shows as a date or a time: `2024-01-15`, `2024-01-15 07:30`, `2024-01`, `2024`, `07:30`. Seconds are written where
 * there are any. Null for what such a format cannot show (before the first day of the system, after the year 9999, a time beyond 24 hours).
 */
export function momentText(serial: number, shows: CellFormat['shows'], from1904: boolean): string | null {
  const seconds = Math.round(serial * DAY_SECONDS)
  const day = Math.floor(seconds / DAY_SECONDS)
  const clock = clockText(seconds - day * DAY_SECONDS)
  if (shows === 'time') return day === 0 ? (clock ?? '00:00') : null
  const date = dayOfSerial(day, from1904)
  if (date === null) return null
  if (shows === 'year') return date.slice(0, 4)
  if (shows === 'month') return date.slice(0, 7)
  return clock ? `${date} ${clock}` : date
}

function dayOfSerial(serial: number, from1904: boolean): string | null {
  if (from1904) return serial < 0 || serial > lastSerial - 1462 ? null : addDays(first1904, serial)
  if (serial < 1 || serial > lastSerial) return null
  if (serial === 60) return '1900-02-29'
  return addDays(march1900, serial < 60 ? serial - 60 : serial - 61)
}

function clockText(seconds: number): string | null {
  if (seconds === 0) return null
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return (parts[2] === 0 ? parts.slice(0, 2) : parts).map((part) => String(part).padStart(2, '0')).join(':')
}

/** The number of a day in the system of 1900; null before 01/03/1900, where programs disagree. */
export function serialOfDay(date: PlainDate): number | null {
  return date < march1900 ? null : daysBetween(march1900, date) + 61
}
