import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Db, Engine } from '#kernel/db/engine.ts'
import { asDoorOf } from '#kernel/db/trace.ts'
import { type Grant, mayAnywhere, type Session } from '#kernel/server/ports.ts'
import type { Library } from './library.write.ts'

/** The session of a request with the grants that hold today, asked anew for each request. */
export async function findSession(
  engine: Engine,
  library: Library,
  headers: Headers,
  today: PlainDate,
): Promise<Session | null> {
  if (!headers.get('cookie')?.includes('lienchi.session_token')) return null
  const found = await library.api.getSession({ headers })
  if (!found) return null
  return sessionOf(engine, found.user.id, found.user.name, today)
}

/** An account as it acts on a day: its name, and its grants of that day. */
export async function sessionOf(
  engine: Engine,
  accountId: string,
  displayName: string,
  today: PlainDate,
): Promise<Session> {
  const grants = await listGrants(engine.db, accountId, today)
  return { accountId, displayName, capacity: grants[0]?.name ?? '', grants }
}

/** Whether an account holds a capability somewhere on a day, asked inside a transaction. */
export async function holdsOn(tx: Db, accountId: string, capability: string, day: PlainDate): Promise<boolean> {
  return mayAnywhere(await asDoorOf('access', () => listGrants(tx, accountId, day)), capability)
}

async function listGrants(db: Db, accountId: string, day: PlainDate): Promise<(Grant & { name: string })[]> {
  const rows = await db
    .selectFrom('access.held_grant as g')
    .innerJoin('access.role as r', 'r.code', 'g.role')
    .select(['g.id', 'g.role', 'r.verbs', 'r.name_vi', 'g.unit_id', 'g.below'])
    .where('g.account_id', '=', accountId)
    .where(sql<boolean>`g.valid_at @> ${day}::date`)
    .orderBy('r.rank')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    name: row.name_vi,
    verbs: row.verbs,
    unitId: row.unit_id,
    below: row.below,
  }))
}
