import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { MissingRight } from '#kernel/contract/problem.ts'
import type { Db, Engine } from '#kernel/db/engine.ts'
import { asDoorOf } from '#kernel/db/trace.ts'
import { holdsVerb, type Session, type Wanted } from '#kernel/server/ports.ts'
import { nameUnits } from '#modules/structure/index.server.ts'

/** So many givers are named: somebody to ask, not a list of everybody in power. */
const fewGivers = 3

/** What would have sufficed for a right that was missing: one's own other capacities, the roles that hold it, who can give one of them. */
export async function explainMissing(
  engine: Engine,
  actor: Session,
  { verb, unitId }: Wanted,
  today: PlainDate,
): Promise<MissingRight> {
  return engine.db.transaction().execute(async (tx) => {
    // As this person reads: a name they may not see is not told here either.
    await sql`select set_config('role', 'lienchi_reader', true), set_config('lienchi.account', ${actor.accountId}, true),
      set_config('lienchi.as_of', ${today}, true)`.execute(tx)
    return asDoorOf('access', () => explain(tx, actor, { verb, unitId }, today))
  })
}

interface Power {
  id: string
  account_id: string
  role: string
  unit_id: string | null
}

async function explain(tx: Db, actor: Session, { verb, unitId }: Wanted, today: PlainDate): Promise<MissingRight> {
  const all = await tx
    .selectFrom('access.role')
    .select(['code', 'name_vi', 'name_en', 'verbs', 'gives'])
    .orderBy('rank')
    .execute()
  const roles = all.filter(({ verbs }) => holdsVerb(verbs, verb))
  const nameOf = (code: string) => {
    const role = all.find((one) => one.code === code)
    return { vi: role?.name_vi ?? code, en: role?.name_en ?? code }
  }
  const { rows: powers } =
    await sql<Power>`select g.id, g.account_id, g.role, g.unit_id from access.grants_over(${unitId}::uuid, ${today}::date) g
    order by g.depth desc nulls last, g.id`.execute(tx)
  const givers = powers.filter(({ role, account_id }) => {
    const power = all.find(({ code }) => code === role)
    return (
      power &&
      account_id !== actor.accountId &&
      holdsVerb(power.verbs, 'access.give-grant') &&
      roles.some(({ code }) => power.gives.includes(code))
    )
  })
  const few = givers
    .filter((one, at) => givers.findIndex(({ account_id }) => account_id === one.account_id) === at)
    .slice(0, fewGivers)
  const covering = new Set(powers.map(({ id }) => id))
  const own = actor.capacities.filter(
    (grant) => !actor.grants.includes(grant) && covering.has(grant.id) && holdsVerb(grant.verbs, verb),
  )
  const { rows: names } = await sql<{ id: string; name: string }>`
    select id, name from access.names_of(${few.map(({ account_id }) => account_id)}::uuid[])`.execute(tx)
  const units = await nameUnits(
    tx,
    [...few.map(({ unit_id }) => unit_id), ...own.map((grant) => grant.unitId)].filter((id) => id !== null),
    today,
  )
  const unitName = (id: string | null) => (id === null ? null : (units.get(id) ?? null))
  return {
    capacities: own.map(({ id, role, unitId: at }) => ({ id, role: nameOf(role), unitName: unitName(at) })),
    roles: roles.map(({ code }) => ({ code, name: nameOf(code) })),
    givers: few.map(({ account_id, role, unit_id }) => ({
      name: names.find(({ id }) => id === account_id)?.name ?? '',
      role: nameOf(role),
      unitName: unitName(unit_id),
    })),
  }
}
