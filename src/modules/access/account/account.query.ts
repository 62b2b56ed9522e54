import { sql } from 'kysely'
import type { Instant } from '#kernel/contract/dates.ts'
import type { Db } from '#kernel/db/engine.ts'
import { handle } from '#kernel/server/handle.ts'
import { rolesGivenIn } from '../grant/give.write.ts'
import { stateOn } from '../grant/grant.rules.ts'
import { showGrants } from '../grant/shown-grants.read.ts'
import { account } from './account.contract.ts'

export default handle(account, async (work, { accountId }) => {
  const { db, tx, today, actor } = work
  const row = await db
    .selectFrom('access.account')
    .select(['id', 'username', 'name', 'created_at'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!row) return work.missing()
  work.readPersonal([`account:${accountId}`])
  const held = await db
    .selectFrom('access.held_grant')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('valid_at', 'desc')
    .execute()
  const isOwn = accountId === actor?.accountId
  const gives = await rolesGivenIn(db, actor!)
  const grants = await showGrants(db, tx, held, today)
  return {
    id: row.id,
    username: row.username ?? '',
    displayName: row.name,
    createdAt: (await whenRecorded(tx, accountId)) ?? row.created_at,
    grants: grants.map(({ accountId: _, ...grant }) => {
      const state = stateOn(grant.valid, today)
      const mine = !isOwn && state !== 'ended' && gives.has(grant.role.code)
      const mayHandOn = mine && (grant.originKind === 'post' || grant.originKind === 'appointment')
      return {
        ...grant,
        state,
        may: [
          ...(mine && work.may('access.end-grant') ? (['access.end-grant'] as const) : []),
          ...(mayHandOn && work.may('access.hand-on') ? (['access.hand-on'] as const) : []),
        ],
      }
    }),
    may: isOwn ? [] : ['access.give-grant', 'access.reset-password'].filter((name) => work.may(name)),
  }
})

/** When the account first stands in the journal: the recorded time, which the machine's own at the row is not where it is supplied. */
async function whenRecorded(tx: Db, accountId: string): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`select min(recorded_at) as at from journal.entry
    where subjects @> array[${`account:${accountId}`}] and capability in ('access.create-account', 'access.set-up')`.execute(
    tx,
  )
  return rows[0]?.at ?? null
}
