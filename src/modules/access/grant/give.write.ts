import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { actingGrant, holdingOf, type Session } from '#kernel/server/ports.ts'
import type { Tx, Work } from '#kernel/server/work.ts'
import { unitAndPath } from '#modules/structure/index.server.ts'
import type { GroundDocument } from './grant.contract.ts'
import { type WhyNotGiven, whyNotGive } from './grant.rules.ts'
import { writeGrant } from './grant.write.ts'

/** What is given, as the contracts say it. */
export interface Given {
  readonly role: string
  readonly unitId: string | null
  readonly reach: 'own' | 'below' | 'organs'
  readonly originKind: 'post' | 'appointment'
  readonly origin: string
  readonly document: GroundDocument | null
  readonly from?: PlainDate | undefined
  readonly until: PlainDate | null
}

/** Every refusal of giving a grant. */
export const givingRefusals = [
  'unknown_role',
  'unknown_unit',
  'not_to_oneself',
  'not_yours_to_give',
  'role_is_of_a_unit',
  'role_is_of_the_whole',
  'ends_before_it_begins',
  'over_already',
  'held_already',
] as const

/**
 * Gives an account a grant after everything that can speak against it: the giver's reach, what the giver's role may give, the place and
 * the days, the same grant held already. Returns the grant's id.
 */
export async function giveGrant<N extends `access.${string}`>(
  work: Work<N, (typeof givingRefusals)[number]>,
  accountId: string,
  given: Given,
): Promise<string> {
  const db = work.db as unknown as Tx<'access'>
  const role = await db
    .selectFrom('access.role')
    .select(['code', 'needs'])
    .where('code', '=', given.role)
    .executeTakeFirst()
  if (!role) return work.refuse('unknown_role')
  if (given.unitId && !(await unitAndPath(work.tx, given.unitId, work.today))) return work.refuse('unknown_unit')
  await work.assertReach(given.unitId ? [given.unitId] : [])
  const from = given.from ?? work.today
  const law = { code: role.code, needs: role.needs as 'any' | 'unit' | 'whole' }
  const giver = {
    gives: await rolesGivenBy(db, work.actor!, work.capability),
    isReceiver: accountId === work.actor!.accountId,
  }
  const why: WhyNotGiven | null = whyNotGive({ ...given, role: law, from }, giver, work.today)
  if (why) return work.refuse(why)
  const valid = { from, until: given.until }
  if (await isHeld(db, accountId, given, valid)) return work.refuse('held_already')
  return writeGrant(db, { ...given, accountId, valid })
}

/** The roles that somebody may give in the capacity in which they act. */
export async function rolesGivenBy(db: Tx<'access'>, actor: Session, capability: string): Promise<string[]> {
  const acting = actingGrant({ name: capability, permission: 'granted' }, actor)
  if (!acting) return []
  const role = await db.selectFrom('access.role').select('gives').where('code', '=', acting.role).executeTakeFirst()
  return role?.gives ?? []
}

/** The roles that somebody may give in one capacity or another. */
export async function rolesGivenIn(db: Tx<'access'>, actor: Session): Promise<Set<string>> {
  const codes = holdingOf(actor.grants, 'access.give-grant').map(({ role }) => role)
  const rows = await db.selectFrom('access.role').select(['code', 'gives']).execute()
  return new Set(rows.filter(({ code }) => codes.includes(code)).flatMap(({ gives }) => gives))
}

async function isHeld(
  db: Tx<'access'>,
  accountId: string,
  { role, unitId, reach }: Given,
  valid: { from: PlainDate; until: PlainDate | null },
): Promise<boolean> {
  const found = await db
    .selectFrom('access.held_grant')
    .select('id')
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .where('unit_id', 'is not distinct from', unitId)
    .where('reach', '=', reach)
    .where('handed_from', 'is', null)
    .where('mandate_id', 'is', null)
    .where(sql<boolean>`valid_at && daterange(${valid.from}::date, ${valid.until}::date)`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
