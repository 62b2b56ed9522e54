import { hashPassword } from 'better-auth/crypto'
import { uuidv7 } from '#kernel/contract/ids.ts'
import type { Tx } from '#kernel/server/work.ts'

/** A new account. */
export interface NewAccount {
  displayName: string
  username: string
  password: string
}

/** Writes the account and its password's hash. The account library reads the same rows. */
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
  return id
}
