import type { Instant, Period, PlainDate } from '../contract/dates.ts'
import { formatArray, parseArray } from './arrays.ts'

/** A period of moments; an open end (or start) is null. */
export interface InstantRange {
  readonly from: Instant | null
  readonly until: Instant | null
}

/** Turns the text PostgreSQL writes for one value into what our code reads. */
export type Parse = (text: string) => unknown

/** A day. Throws a RangeError on infinity and on years outside 0001-9999: an open end is absent, never infinity. */
export function parseDate(text: string): PlainDate {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new RangeError(`not a calendar day: ${text}`)
  return text as PlainDate
}

/** A moment in UTC; microseconds are cut off, so that it is never later than what is stored. Throws a RangeError on infinity. */
export function parseInstant(text: string): Instant {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?([+-]\d\d)(?::?(\d\d))?$/.exec(text)
  if (!found) throw new RangeError(`not a moment: ${text}`)
  const [, day, time, fraction = '', hours, minutes = '00'] = found
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0')
  if (hours === '+00' && minutes === '00') return `${day}T${time}.${milliseconds}Z` as Instant
  return new Date(`${day}T${time}.${milliseconds}${hours}:${minutes}`).toISOString() as Instant
}

/** A whole number of 64 bits. Throws a RangeError beyond 2^53 - 1, where a JavaScript number would lie. */
export function parseInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`beyond the whole numbers of JavaScript: ${text}`)
  return value
}

/** Bytes, from the hex form. */
export function parseBytes(text: string): Uint8Array {
  if (!text.startsWith('\\x')) throw new RangeError('bytes not in hex form')
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'))
}

/** A half-open period of days. Throws a RangeError on an empty one and on one without a first day. */
export function parsePeriod(text: string): Period {
  const found = /^\[([^,]+),([^,]*)\)$/.exec(text)
  if (!found?.[1]) throw new RangeError(`not a period with a first day: ${text}`)
  return { from: parseDate(found[1]), until: found[2] ? parseDate(found[2]) : null }
}

/** A half-open period of moments, possibly open at either end. Throws a RangeError on an empty one and on other bounds. */
export function parseInstantRange(text: string): InstantRange {
  const found = /^([[(])"?([^",]*)"?,"?([^",]*)"?\)$/.exec(text)
  const [, bracket, from, until] = found ?? []
  if (!found || (bracket === '(' && from)) throw new RangeError(`not a half-open period of moments: ${text}`)
  return { from: from ? parseInstant(from) : null, until: until ? parseInstant(until) : null }
}

/** Several periods of days in one value, in order. */
export function parsePeriods(text: string): Period[] {
  return (text.match(/\[[^)]*\)/g) ?? []).map(parsePeriod)
}

const asText: Parse = (text) => text

/** Element types by their number in PostgreSQL's catalogue (fixed for built-in types), with the number of their array. */
const kinds: ReadonlyArray<readonly [type: number, array: number, parse: Parse]> = [
  [16, 1000, (text) => text === 't'], // bool
  [17, 1001, parseBytes], // bytea
  [18, 1002, asText], // "char"
  [19, 1003, asText], // name
  [20, 1016, parseInt8],
  [21, 1005, Number], // int2
  [23, 1007, Number], // int4
  [25, 1009, asText], // text
  [26, 1028, Number], // oid
  [114, 199, JSON.parse],
  [700, 1021, Number], // float4
  [701, 1022, Number], // float8
  [1042, 1014, asText], // char(n)
  [1043, 1015, asText], // varchar
  [1082, 1182, parseDate],
  [1083, 1183, asText], // time
  [1114, 1115, asText], // timestamp: ours carry a zone
  [1184, 1185, parseInstant],
  [1700, 1231, asText], // numeric
  [2950, 2951, asText], // uuid
  [3802, 3807, JSON.parse], // jsonb
  [3910, 3911, parseInstantRange],
  [3912, 3913, parsePeriod],
  [4535, 6155, parsePeriods], // datemultirange
]

/**
 * The parser of every type our tables use, by type number, the same on both engines. A type that is not here (an enum, an
 * interval, a row) stays the text PostgreSQL wrote.
 */
export const parsers: ReadonlyMap<number, Parse> = new Map(
  kinds.flatMap(([type, array, parse]): [number, Parse][] => [
    [type, parse],
    [array, (text) => parseArray(text, parse)],
  ]),
)

/**
 * What goes over the wire for one parameter, the same on both engines: text, or null. An array becomes an array of PostgreSQL,
 * any other object JSON text (an array meant as JSON goes through `json()`).
 */
export function toParameter(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) {
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
  }
  if (Array.isArray(value)) return formatArray(value, toParameter)
  if (typeof value === 'object') return JSON.stringify(value)
  if (typeof value === 'function' || typeof value === 'symbol') throw new TypeError(`not a parameter: ${typeof value}`)
  return String(value)
}
