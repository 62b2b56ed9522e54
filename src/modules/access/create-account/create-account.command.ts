import { handle } from '#kernel/server/handle.ts'
import { writeAccount } from '../account.write.ts'
import { giveGrant } from '../grant/give.write.ts'
import { createAccount } from './create-account.contract.ts'

export default handle(
  createAccount,
  async (work, { displayName, username, password, ...given }) => {
    await work.assertReach(given.unitId ? [given.unitId] : [])
    const accountId = await writeAccount(work.db, { displayName, username, password })
    const grantId = await giveGrant(work, accountId, given)
    work.record({
      subjects: [`account:${accountId}`, `grant:${grantId}`],
      units: given.unitId ? [given.unitId] : [],
      after: { displayName, username, ...given, from: given.from ?? work.today },
      ground: { origin: given.origin, document: given.document },
    })
    return { accountId }
  },
  { constraints: { account_username_key: 'name_taken', account_email_key: 'name_taken' } },
)
