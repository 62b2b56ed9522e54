import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Problem } from '#kernel/contract/problem.ts'
import { networkOf } from '#kernel/server/tries.ts'
import { asSuperuser } from '#test/attack.ts'
import { foundPerson, fresh, type Person, stranger } from '#test/founders.ts'
import { harness, testPassword } from '#test/harness.ts'
import { resetPassword } from '../reset-password/reset-password.contract.ts'
import { signInsByAddress, signInsByName } from './limits.read.ts'
import { signIn } from './sign-in.contract.ts'

const mostTries = signInsByName.times
const newPerson = () => foundPerson({ role: 'cell_secretary', unitId: null })
const enter = async (username: string, password: string) => {
  const { status, problem } = await stranger.ask(signIn, { username, password })
  return status === 200 ? 200 : `${status} ${problem.code}`
}
const fail = async (username: string, times: number) => {
  for (let n = 0; n < times; n++) expect(await enter(username, 'sai-mat-khau-roi')).toBe('401 wrong_credentials')
}

/** Moves what was tried into the past: another test's tries are as old as they were, or older. */
async function wait(minutes: number): Promise<void> {
  const { engine } = await harness()
  await asSuperuser(engine, (tx) =>
    sql`update kernel.tried set tried_at = tried_at - make_interval(mins => ${minutes})`.execute(tx),
  )
}

test('after ten tries that failed nobody signs in under a name, not even with the right password, until a quarter of an hour is over', async () => {
  const person = await newPerson()
  await fail(person.username, mostTries)
  expect(await enter(person.username, testPassword)).toBe('422 too_many_tries')
  expect(await enter(person.username.toUpperCase(), testPassword)).toBe('422 too_many_tries')
  await wait(14)
  // Whoever goes on trying does not make the wait longer.
  expect(await enter(person.username, testPassword)).toBe('422 too_many_tries')
  await wait(2)
  expect(await enter(person.username, testPassword)).toBe(200)
})

test('others sign in meanwhile', async () => {
  const [one, other] = [await newPerson(), await newPerson()]
  await fail(one.username, mostTries)
  expect(await enter(other.username, testPassword)).toBe(200)
})

test('a name that nobody has is answered in the same way', async () => {
  const name = fresh('khong.co')
  await fail(name, mostTries)
  expect(await enter(name, testPassword)).toBe('422 too_many_tries')
})

test('signing in begins the count anew', async () => {
  const { username } = await newPerson()
  await fail(username, mostTries - 1)
  expect(await enter(username, testPassword)).toBe(200)
  await fail(username, mostTries - 1)
  expect(await enter(username, testPassword)).toBe(200)
})

test('tries made at the same moment are counted one by one', async () => {
  const { username } = await newPerson()
  const answers = await Promise.all(Array.from({ length: mostTries + 5 }, () => enter(username, 'sai-mat-khau-roi')))
  expect(answers.filter((answer) => answer === '401 wrong_credentials')).toHaveLength(mostTries)
  expect(answers.filter((answer) => answer === '422 too_many_tries')).toHaveLength(5)
})

test('a new password by the administrator opens the way at once', async () => {
  const person: Person = await newPerson()
  const administrator = await foundPerson({ role: 'administrator', unitId: null })
  await fail(person.username, mostTries)
  const password = 'mot-mat-khau-moi-hon'
  expect((await administrator.ask(resetPassword, { username: person.username, password })).status).toBe(200)
  expect(await enter(person.username, password)).toBe(200)
})

test('what is kept of a name does not tell it', async () => {
  const name = fresh('go.nham.mat.khau')
  await fail(name, 1)
  const { engine } = await harness()
  const rows = await asSuperuser(engine, async (tx) => {
    const answer = await sql<{ kept: string }>`select to_jsonb(f)::text as kept from kernel.tried f`.execute(tx)
    return answer.rows
  })
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(name)
})

describe('from one address', () => {
  /** Asks over a connection from an address, as the server hands it on. */
  const from = async (address: string, capability: string, input: object) => {
    const { product } = await harness()
    const init = { method: 'POST', body: JSON.stringify(input), headers: { 'content-type': 'application/json' } }
    const response = await product.app.request(`/api/${capability}`, init, {
      incoming: { socket: { remoteAddress: address } },
    })
    return response.status === 200 ? 200 : `${response.status} ${((await response.json()) as Problem).code}`
  }
  const enterFrom = (address: string, username: string, password: string) =>
    from(address, signIn.name, { username, password })

  test('a hundred wrong passwords over all names end it for a quarter of an hour; others go on, and who signs in costs nothing', async () => {
    const { product } = await harness()
    const address = `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}`
    const person = await newPerson()
    expect(await enterFrom(`${address}::1`, person.username, testPassword)).toBe(200)
    // The first ninety-nine are counted as the sign-in counts them, without the work of a password each.
    for (let n = 1; n < signInsByAddress.times; n++)
      await product.kernel.tries.note(signInsByAddress, networkOf(`${address}::5`))
    expect(await enterFrom(`${address}::2`, fresh('khong.co'), 'sai-mat-khau-roi')).toBe('401 wrong_credentials')
    expect(await enterFrom(`${address}::3`, person.username, testPassword)).toBe('422 too_many_tries')
    expect(await enterFrom('198.51.100.9', person.username, testPassword)).toBe(200)
    await wait(16)
    expect(await enterFrom(`${address}::4`, person.username, testPassword)).toBe(200)
  })
})
