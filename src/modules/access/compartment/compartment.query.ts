import { handle } from '#kernel/server/handle.ts'
import { showCompartments } from '../compartments/shown-compartments.read.ts'
import { stateOn } from '../grant/grant.rules.ts'
import { namesOf } from '../powers/powers.read.ts'
import { compartment } from './compartment.contract.ts'

export default handle(compartment, async (work, { compartmentId }) => {
  const row = await work.db
    .selectFrom('access.compartment')
    .selectAll()
    .where('id', '=', compartmentId)
    .executeTakeFirst()
  if (!row) return work.missing()
  const team = await work.db
    .selectFrom('access.compartment_team')
    .selectAll()
    .where('compartment_id', '=', compartmentId)
    .orderBy('part')
    .orderBy('valid_at')
    .execute()
  const about = await work.db
    .selectFrom('access.compartment_subject')
    .select('account_id')
    .where('compartment_id', '=', compartmentId)
    .execute()
  const heldApart = await work.db
    .selectFrom('access.compartment')
    .select(['id', 'name'])
    .where('within', '=', compartmentId)
    .execute()
  work.readPersonal(about.map(({ account_id }) => `account:${account_id}`))
  const names = await namesOf(
    work.tx,
    [...team, ...about].map(({ account_id }) => account_id),
  )
  const [shown] = await showCompartments(work.tx, [row], work.today)
  const members = team.map(({ account_id, part, valid_at }) => ({
    accountId: account_id,
    name: names.get(account_id) ?? '',
    part: part as 'head' | 'member',
    valid: valid_at,
    inForce: stateOn(valid_at, work.today) === 'in_force',
  }))
  const isHead = members.some(
    ({ accountId, part, inForce }) => inForce && part === 'head' && accountId === work.actor!.accountId,
  )
  return {
    ...shown!,
    team: members,
    subjects: about.map(({ account_id }) => ({ accountId: account_id, name: names.get(account_id) ?? '' })),
    heldApart,
    may: isHead ? (['access.change-team', 'access.close-compartment'] as const).slice() : [],
  }
})
