import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Db, Engine } from '#kernel/db/engine.ts'
import { asDoorOf } from '#kernel/db/trace.ts'
import { type Grant, type GrantReach, mayAnywhere, type Session } from '#kernel/server/ports.ts'
import type { Library } from './library.write.ts'

/** The header in which a person says by which of their grants they act: its id. */
export const capacityHeader = 'x-lienchi-capacity'

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
  return sessionOf(engine, found.user.id, found.user.name, today, headers.get(capacityHeader))
}

/** An account as it acts on a day: its name, its grants of that day, the compartments it works in. `chosen` is the grant it acts by. */
export async function sessionOf(
  engine: Engine,
  accountId: string,
  displayName: string,
  today: PlainDate,
  chosen: string | null = null,
): Promise<Session> {
  const capacities = await listGrants(engine.db, accountId, today)
  const grants = chosen ? capacities.filter(({ id }) => id === chosen) : capacities
  const inside = grants.some((grant) => grant.inside)
  return {
    accountId,
    displayName,
    capacity: [...new Set(grants.map(({ title }) => title))].join('; '),
    grants,
    capacities,
    inside,
    compartments: inside ? await listCompartments(engine.db, accountId, today) : [],
    heldBack: chosen && grants.length === 0 ? capacityEnded : null,
  }
}

/** A capacity that ended while it was chosen: the person is told, and may choose another. */
const capacityEnded = { code: 'capacity_ended', answers: ['access.who-am-i', 'access.sign-out'] }

/** Whether an account holds a capability somewhere on a day, asked inside a transaction. */
export async function holdsOn(tx: Db, accountId: string, capability: string, day: PlainDate): Promise<boolean> {
  return mayAnywhere(await asDoorOf('access', () => listGrants(tx, accountId, day)), capability)
}

type HeldGrant = Grant & { readonly title: string; readonly inside: boolean }

async function listGrants(db: Db, accountId: string, day: PlainDate): Promise<HeldGrant[]> {
  const rows = await db
    .selectFrom('access.held_grant as g')
    .innerJoin('access.role as r', 'r.code', 'g.role')
    .leftJoin('access.held_grant as o', (join) =>
      join.onRef('o.id', '=', 'g.handed_from').on(sql<boolean>`o.valid_at @> ${day}::date`),
    )
    .leftJoin('access.account as holder', 'holder.id', 'o.account_id')
    .select(['g.id', 'g.role', 'r.verbs', 'r.name_vi', 'r.inside', 'g.unit_id', 'g.reach', 'g.mandate_id'])
    .select('holder.name as stands_in_for')
    .where('g.account_id', '=', accountId)
    .where(sql<boolean>`g.valid_at @> ${day}::date`)
    // What was handed on ends with what it came from.
    .where((eb) => eb.or([eb('g.handed_from', 'is', null), eb('o.id', 'is not', null)]))
    .orderBy('r.rank')
    .orderBy('g.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    title: row.stands_in_for ? `${row.name_vi} (thay ${row.stands_in_for})` : row.name_vi,
    verbs: row.verbs,
    inside: row.inside,
    unitId: row.unit_id,
    reach: row.reach as GrantReach,
    mandateId: row.mandate_id ?? undefined,
  }))
}

async function listCompartments(db: Db, accountId: string, day: PlainDate): Promise<string[]> {
  const rows = await db
    .selectFrom('access.compartment_team as t')
    .innerJoin('access.compartment as c', 'c.id', 't.compartment_id')
    .select('c.id')
    .where('t.account_id', '=', accountId)
    .where(sql<boolean>`t.valid_at @> ${day}::date and c.valid_at @> ${day}::date`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('access.compartment_subject as s')
            .select('s.account_id')
            .where('s.account_id', '=', accountId)
            // The subject of a case is shut out of what is held apart within it, too.
            .where((or) =>
              or.or([or('s.compartment_id', '=', or.ref('c.id')), or('s.compartment_id', '=', or.ref('c.within'))]),
            ),
        ),
      ),
    )
    .orderBy('c.id')
    .execute()
  return rows.map(({ id }) => id)
}
