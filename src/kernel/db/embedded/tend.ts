import { sql } from 'kysely'
import type { EmbeddedEngine } from './open.ts'

/**
 * Clears dead rows and renews the planner's statistics, one table at a time, each in a turn of its own: PGlite has no autovacuum.
 * To be run nightly and after an import. Returns how many tables were tended.
 */
export async function tend(engine: EmbeddedEngine): Promise<number> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname !~ '^pg_' and schemaname <> 'information_schema' order by 1`.execute(engine.db)
  for (const { name } of rows) await engine.exclusive((pg) => pg.exec(`vacuum (analyze) ${name}`))
  return rows.length
}
