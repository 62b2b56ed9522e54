import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asSuperuser } from '#test/attack.ts'
import { fresh } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import type { Limit } from './limits.ts'
import { forgetOldTries, makeTries } from './tries.ts'

const limitOf = (what: string): Limit => ({ what, times: 3, minutes: 15 })
const mine = async (what: string) => {
  const { engine } = await harness()
  return asSuperuser(engine, async (tx) => {
    const found = await sql<{
      n: number
      text: string
    }>`select count(*)::int as n, coalesce(string_agg(to_jsonb(t)::text, ''), '') as text
      from kernel.tried t where what = ${what}`.execute(tx)
    return found.rows[0]!
  })
}

test('two processes of one secret count together, those of another do not know a key', async () => {
  const { engine } = await harness()
  const [one, two, foreign] = ['a', 'a', 'b'].map((secret) => makeTries(engine, secret)) as [
    ReturnType<typeof makeTries>,
    ReturnType<typeof makeTries>,
    ReturnType<typeof makeTries>,
  ]
  const limit = limitOf(fresh('gioi han'))
  expect([await one.note(limit, 'k'), await two.note(limit, 'k'), await one.note(limit, 'k')]).not.toContain(null)
  expect([await one.note(limit, 'k'), await two.note(limit, 'k')]).toEqual([null, null])
  expect(await foreign.note(limit, 'k')).not.toBeNull()
  expect(await one.note({ ...limit, what: fresh('khac') }, 'k')).not.toBeNull()
})

test('a try that did not fail is taken back alone, all are forgotten together', async () => {
  const { engine } = await harness()
  const tries = makeTries(engine, 'a')
  const limit = limitOf(fresh('gioi han'))
  const noted = [await tries.note(limit, 'k'), await tries.note(limit, 'k'), await tries.note(limit, 'k')]
  await tries.takeBack(noted[1]!)
  expect((await mine(limit.what)).n).toBe(2)
  expect(await tries.note(limit, 'k')).not.toBeNull()
  expect(await tries.note(limit, 'k')).toBeNull()
  await tries.forget(limit, 'k')
  expect((await mine(limit.what)).n).toBe(0)
})

test('neither a name nor an address can be read from what is kept, and after a day the nightly care keeps nothing', async () => {
  const { engine } = await harness()
  const limit = limitOf(fresh('gioi han'))
  await makeTries(engine, 'a').note(limit, '203.0.113.77')
  expect((await mine(limit.what)).text).not.toContain('203.0.113.77')
  const age = (by: string) =>
    asSuperuser(engine, (tx) =>
      sql`update kernel.tried set tried_at = tried_at - ${by}::interval where what = ${limit.what}`.execute(tx),
    )
  await age('23 hours')
  await forgetOldTries(engine)
  expect((await mine(limit.what)).n).toBe(1)
  await age('2 hours')
  await forgetOldTries(engine)
  expect((await mine(limit.what)).n).toBe(0)
})
