import { handle } from '#kernel/server/handle.ts'
import { rolesGivenBy } from '../grant/give.write.ts'
import { whyNotHandOn } from '../grant/grant.rules.ts'
import { writeGrant } from '../grant/grant.write.ts'
import { handOn } from './hand-on.contract.ts'

export default handle(handOn, async (work, { grantId, accountId, from, until, reason, document }) => {
  const own = await work.db
    .selectFrom('access.held_grant')
    .selectAll()
    .where('id', '=', grantId)
    .orderBy('valid_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!own) return work.missing()
  await work.assertReach(own.unit_id ? [own.unit_id] : [])
  const isHolder = own.account_id === work.actor!.accountId
  if (!isHolder && !(await rolesGivenBy(work.db, work.actor!, work.capability)).includes(own.role)) {
    return work.refuse('not_yours_to_give')
  }
  const account = await work.db
    .selectFrom('access.account')
    .select('name')
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!account) return work.refuse('unknown_account')
  const isReceivers = accountId === own.account_id || accountId === work.actor!.accountId
  const why = whyNotHandOn(
    { originKind: own.origin_kind, valid: own.valid_at, isReceivers },
    { from, until },
    work.today,
  )
  if (why) return work.refuse(why)
  const deputy = await writeGrant(work.db, {
    accountId,
    role: own.role,
    unitId: own.unit_id,
    reach: own.reach as 'own' | 'below' | 'organs',
    valid: { from, until },
    originKind: 'deputy',
    origin: own.origin,
    document,
    handedFrom: grantId,
    reason,
  })
  work.record({
    subjects: [`account:${accountId}`, `account:${own.account_id}`, `grant:${deputy}`, `grant:${grantId}`],
    units: own.unit_id ? [own.unit_id] : [],
    after: { displayName: account.name, role: own.role, from, until },
    ground: { reason, document },
  })
  return { grantId: deputy }
})
