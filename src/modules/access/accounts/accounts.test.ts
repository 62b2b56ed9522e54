import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { foundPerson, fresh } from '#test/founders.ts'
import { harness, testPassword } from '#test/harness.ts'
import { account } from '../account/account.contract.ts'
import { createAccount } from '../create-account/create-account.contract.ts'
import { journal } from '../journal/journal.contract.ts'
import { accounts } from './accounts.contract.ts'

test('accounts stand by given name, and the card of each has the recorded time that the journal has of its making', async () => {
  const administrator = await foundPerson({ role: 'administrator', unitId: null })
  const names = ['Nguyễn Văn Ánh', 'Đỗ Minh Hạnh', 'Lê Thị An', 'Trần Văn An', 'Bùi Thu Ăn']
  const made = new Map<string, string>()
  for (const displayName of names) {
    const input = { displayName, username: fresh('ten'), password: testPassword, role: 'cell_secretary', origin: 'thử' }
    const { body } = await administrator.ask(createAccount, { ...input, unitId: null })
    made.set(body.accountId, displayName)
  }
  const { engine } = (await harness()).product.kernel
  await sql`update access.account set created_at = '2031-01-01' where name = ${names[0]}`.execute(engine.db)
  const listed = (await administrator.ask(accounts, { limit: 200 })).body.accounts.filter(({ id }) => made.has(id))
  expect(listed.map(({ displayName }) => displayName)).toEqual([
    'Lê Thị An',
    'Trần Văn An',
    'Nguyễn Văn Ánh',
    'Bùi Thu Ăn',
    'Đỗ Minh Hạnh',
  ])
  const overseer = await foundPerson({ role: 'journal_overseer', unitId: null })
  for (const { id } of listed) {
    const { createdAt } = (await administrator.ask(account, { accountId: id })).body
    const [entry] = (await overseer.ask(journal, { subject: `account:${id}` })).body.entries
    expect(createdAt).toBe(entry!.recordedAt)
    expect(entry!.capacity).toEqual({ vi: 'Quản trị hệ thống', en: 'Administrator' })
  }
})
