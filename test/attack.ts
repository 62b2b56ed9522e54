import { type Kysely, sql } from 'kysely'
import { uuidv7 } from '#kernel/contract/ids.ts'
import type { Engine } from '#kernel/db/engine.ts'
import { openPostgres } from '#kernel/db/postgres/open.ts'
import type { Tables } from '#kernel/db/schema.gen.ts'

/** SQL against the database's own law, as whoever broke in would send it. */
export type Attack<T> = (tx: Kysely<Tables>) => Promise<T>

/** What the database says about who acts; what is not named stays unset. */
export interface Told {
  readonly account?: string
  readonly now?: string
  readonly as_of?: string
  readonly entry?: string
  readonly reach_whole?: string
  readonly reach_own?: string
  readonly reach_below?: string
  readonly compartments?: string
}

/** Runs in one transaction as one of the product's roles, with only the settings named. */
export function asRole<T>(engine: Engine, role: string, told: Told, run: Attack<T>): Promise<T> {
  return engine.db.transaction().execute(async (tx) => {
    await sql`select set_config('role', ${role}, true)`.execute(tx)
    for (const [key, value] of Object.entries(told))
      await sql`select set_config(${`lienchi.${key}`}, ${value}, true)`.execute(tx)
    return run(tx)
  })
}

/** Runs in one transaction as the superuser of the same database: whom no grant and no policy binds. */
export async function asSuperuser<T>(engine: Engine, run: Attack<T>): Promise<T> {
  if (engine.kind === 'embedded') return engine.db.transaction().execute(run)
  const url = new URL(process.env.TEST_DATABASE_ADMIN_URL!)
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(engine.db)
  url.pathname = `/${rows[0]!.name}`
  const admin = await openPostgres({ url: url.href, max: 1 })
  try {
    return await admin.db.transaction().execute(run)
  } finally {
    await admin.close()
  }
}

/** What a refused statement is refused by: the constraint's name, or the SQL state where there is none. */
export async function refusedBy(run: Promise<unknown>): Promise<string> {
  try {
    await run
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code?: string }
    return constraint || code || String(error)
  }
  return 'nothing: it went through'
}

/** How many rows a statement gives. */
export async function countOf(tx: Kysely<Tables>, from: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(from)}`.execute(tx)
  return rows[0]!.n
}

/** A new id, for rows of an attack. */
export const newId = () => uuidv7()
