import { type RawBuilder, sql } from 'kysely'
import type { Period } from '../contract/dates.ts'

/**
 * A value as jsonb, the same on both engines (a bare JavaScript array would become an array of PostgreSQL). Null and undefined
 * are the database's null, not JSON's.
 */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${value === null || value === undefined ? null : JSON.stringify(value)}::jsonb`
}

/** A half-open period of days as a daterange. Throws a RangeError when it holds no day. */
export function period(value: Period): RawBuilder<Period> {
  if (value.until !== null && value.until <= value.from) {
    throw new RangeError(`a period from ${value.from} until ${value.until} holds no day`)
  }
  return sql<Period>`daterange(${value.from}::date, ${value.until}::date)`
}
