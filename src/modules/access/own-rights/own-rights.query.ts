import { sql } from 'kysely'
import type { Contract } from '#kernel/contract/contract.ts'
import type { Instant, Period } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import { holdsVerb } from '#kernel/server/ports.ts'
import { stateOn } from '../grant/grant.rules.ts'
import { showGrants } from '../grant/shown-grants.read.ts'
import { namesOf } from '../powers/powers.read.ts'
import { ownRights } from './own-rights.contract.ts'

interface Deputy {
  id: string
  handed_from: string
  account_id: string
  valid_at: Period
  reason: string | null
}

export default (contracts: () => readonly Contract[]) =>
  handle(ownRights, async (work) => {
    const { db, tx, today, actor } = work
    const held = await db
      .selectFrom('access.held_grant')
      .selectAll()
      .where('account_id', '=', actor!.accountId)
      .orderBy('valid_at', 'desc')
      .execute()
    const verbs = new Map(
      (await db.selectFrom('access.role').select(['code', 'verbs']).execute()).map((role) => [role.code, role.verbs]),
    )
    const { rows: deputies } =
      await sql<Deputy>`select id, handed_from, account_id, valid_at, reason from access.handed_on_by(${actor!.accountId}::uuid)
      where coalesce(upper(valid_at), 'infinity') > ${today}::date order by valid_at`.execute(tx)
    const names = await namesOf(
      tx,
      deputies.map(({ account_id }) => account_id),
    )
    const shown = await showGrants(db, tx, held, today)
    return {
      accountId: actor!.accountId,
      grants: shown.map(({ accountId: _, ...grant }, at) => {
        const state = stateOn(grant.valid, today)
        const reaches = contracts().filter(
          ({ name, permission }) =>
            permission !== 'anyone' && permission !== 'account' && holdsVerb(verbs.get(grant.role.code) ?? [], name),
        )
        const mayHandOn = state === 'in_force' && grant.originKind !== 'deputy' && grant.originKind !== 'mandate'
        return {
          ...grant,
          state,
          sees: reaches.filter(({ kind }) => kind === 'query').map(({ name }) => name),
          changes: reaches.filter(({ kind }) => kind === 'command').map(({ name }) => name),
          recordedAt: held[at]!.known_from as Instant,
          handedTo: deputies
            .filter(({ handed_from }) => handed_from === grant.id)
            .map(({ id, account_id, valid_at, reason }) => ({
              grantId: id,
              name: names.get(account_id) ?? '',
              valid: valid_at,
              reason,
            })),
          may:
            mayHandOn && reaches.some(({ name }) => name === 'access.hand-on')
              ? (['access.hand-on'] as const).slice()
              : [],
        }
      }),
    }
  })
