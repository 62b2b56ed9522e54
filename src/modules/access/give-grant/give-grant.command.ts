import { handle } from '#kernel/server/handle.ts'
import { giveGrant as give } from '../grant/give.write.ts'
import { giveGrant } from './give-grant.contract.ts'

export default handle(giveGrant, async (work, { accountId, ...given }) => {
  const account = await work.db
    .selectFrom('access.account')
    .select('name')
    .where('id', '=', accountId)
    .executeTakeFirst()
  // Whoever may not give there learns nothing of accounts: the reach is asked first.
  await work.assertReach(given.unitId ? [given.unitId] : [])
  if (!account) return work.refuse('unknown_account')
  const grantId = await give(work, accountId, given)
  work.record({
    subjects: [`account:${accountId}`, `grant:${grantId}`],
    units: given.unitId ? [given.unitId] : [],
    after: { displayName: account.name, ...given, from: given.from ?? work.today },
    ground: { origin: given.origin, document: given.document },
  })
  return { grantId }
})
