import { type Kysely, sql } from 'kysely'
import type { Period } from '#kernel/contract/dates.ts'

/** Rows of one statement: large enough to be fast, small enough to keep the embedded engine's one connection free for others. */
const slice = 2000

/** Inserts any number of rows in few statements. Periods are written as `{ from, until }`; columns not named get their defaults. */
export async function insertMany(
  db: Kysely<never>,
  table: `${string}.${string}`,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const first = rows[0]
  if (!first) return
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  for (let start = 0; start < rows.length; start += slice) {
    const values = JSON.stringify(rows.slice(start, start + slice).map(asWritten))
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${values}::jsonb)`.execute(db)
  }
}

function asWritten(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, isPeriod(value) ? periodText(value) : value]),
  )
}

function isPeriod(value: unknown): value is Period {
  return typeof value === 'object' && value !== null && 'from' in value && 'until' in value
}

/** A period as PostgreSQL writes it: `[2007-04-11,)`. */
export function periodText(period: Period): string {
  return `[${period.from},${period.until ?? ''})`
}
