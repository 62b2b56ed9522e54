import { expect, test } from 'vitest'
import { CannotStart } from '../engine.ts'
import { openPostgres } from './open.ts'

const refused = async (url: string): Promise<string> => {
  const error = await openPostgres({ url }).catch((error) => error)
  expect(error).toBeInstanceOf(CannotStart)
  expect(error.message).not.toContain('bi-mat')
  return error.sentence.en
}

test.each(['postgres', 'localhost/lienchi', 'http://localhost', 'postgres://a:bi-mat#1@localhost/lienchi'])(
  '%s is no address, and its password is not repeated',
  async (url) => expect(await refused(url)).toContain('The PostgreSQL address is not valid'),
)

test.each(['postgresql://a:bi-mat@127.0.0.1:1/x', 'postgresql://a:bi-mat@/x?host=127.0.0.1&port=1'])(
  'nobody answers at %s',
  async (url) => expect(await refused(url)).toMatch(/PostgreSQL at \S+ cannot be reached \(ECONNREFUSED\)/),
)

const admin = process.env.TEST_DATABASE_ADMIN_URL
test.runIf(admin)('an unknown database and an unknown user are named', async () => {
  const url = new URL(admin!)
  url.pathname = '/khong-co'
  expect(await refused(url.href)).toContain('There is no database "khong-co"')
  url.username = 'khong_ai'
  expect(await refused(url.href)).toContain('refuses user "khong_ai"')
})
