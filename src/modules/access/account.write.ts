import { hashPassword } from 'better-auth/crypto'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { period } from '#kernel/db/fragments.ts'
import type { Tx } from '#kernel/server/work.ts'

/** A new account with its first grant. */
export interface NewAccount {
  displayName: string
  username: string
  password: string
  role: string
  unitId: string | null
  below: boolean
  origin: string
  from: PlainDate
}

/** Writes the account, its password's hash and its grant. The account library reads the same rows. */
export async function writeAccount(db: Tx<'access'>, account: NewAccount): Promise<string> {
  const id = uuidv7()
  await db
    .insertInto('access.account')
    .values({
      id,
      name: account.displayName,
      // The library wants an address; none is ever written to.
      email: `${account.username}@lienchi.invalid`,
      username: account.username,
      display_username: account.username,
    })
    .execute()
  await db
    .insertInto('access.credential')
    .values({
      id: uuidv7(),
      account_id: id,
      external_id: id,
      provider_id: 'credential',
      password: await hashPassword(account.password),
    })
    .execute()
  await db
    .insertInto('access.held_grant')
    .values({
      id: uuidv7(),
      account_id: id,
      role: account.role,
      unit_id: account.unitId,
      below: account.below,
      valid_at: period({ from: account.from, until: null }),
      origin: account.origin,
    })
    .execute()
  return id
}
