import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { createAccount } from '#modules/access/create-account/create-account.contract.ts'
import { foundPerson, fresh, type Person } from '#test/founders.ts'
import { harness, testPassword } from '#test/harness.ts'
import { type OwnCapabilities, ownCapabilities } from '#test/own-capabilities.ts'
import { handle } from './handle.ts'

const counting = command('structure.try-counting', {
  input: z.object({
    code: z.string(),
    refuse: z.boolean().default(false),
    z: z.int().optional(),
    a: z.int().optional(),
  }),
  output: z.object({
    code: z.string(),
    run: z.int(),
    list: z.array(z.object({ b: z.int(), a: z.string().nullable() })),
  }),
  permission: 'signed-in',
  reads: 'settings',
  articles: ['thử'],
  refusals: ['not_now'],
})

let runs = 0
let own: OwnCapabilities
let one: Person
let other: Person
beforeAll(async () => {
  own = await ownCapabilities([
    handle(counting, async ({ db, refuse }, { code, refuse: no }) => {
      if (no) refuse('not_now')
      await db
        .insertInto('structure.source')
        .values({ code: fresh(code), title_vi: code, title_en: 'x', grade: 'own' })
        .execute()
      return { code, run: ++runs, list: [{ b: runs, a: null }] }
    }),
  ])
  one = await foundPerson({ role: 'administrator', unitId: null })
  other = await foundPerson({ role: 'administrator', unitId: null })
})

const done = async (code: string) => {
  const { engine } = await harness()
  return (await engine.db.selectFrom('structure.source').select('code').where('title_vi', '=', code).execute()).length
}

test('a command sent twice under one key is done once and answered the same', async () => {
  const code = fresh()
  const first = await own.ask(one, counting, { code, a: 1, z: 2 }, { 'idempotency-key': code })
  const again = await own.ask(one, counting, { z: 2, a: 1, code }, { 'idempotency-key': code })
  expect([first.status, again.status, await done(code)]).toEqual([200, 200, 1])
  expect(again.body).toEqual(first.body)
})

test('three at the same moment under one key: one is done, two are answered with its answer', async () => {
  const code = fresh()
  const asked = await Promise.all([1, 2, 3].map(() => own.ask(one, counting, { code }, { 'idempotency-key': code })))
  expect(asked.map(({ status }) => status)).toEqual([200, 200, 200])
  for (const { body } of asked) expect(body).toEqual(asked[0]!.body)
  expect(await done(code)).toBe(1)
})

test('three at the same moment that would refuse each other’s row still answer as one', async () => {
  const username = fresh('ba')
  const input = {
    displayName: 'Ba lần gửi',
    username,
    password: testPassword,
    role: 'administrator',
    unitId: null,
    origin: 'phép thử',
  }
  const asked = await Promise.all([1, 2, 3].map(() => one.ask(createAccount, input, { 'idempotency-key': username })))
  expect(asked.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(new Set(asked.map(({ body }) => body.accountId)).size).toBe(1)
})

test('a key that comes again with something else is refused with 422', async () => {
  const key = fresh()
  await own.ask(one, counting, { code: key }, { 'idempotency-key': key })
  const { status, problem } = await own.ask(one, counting, { code: `${key}x` }, { 'idempotency-key': key })
  expect([status, problem.code]).toEqual([422, 'idempotency_key_reused'])
  expect(problem.sentence.vi).toBe('Mã chống gửi trùng này đã dùng cho một nội dung khác.')
  expect(await done(`${key}x`)).toBe(0)
})

test('the key of one account is not the key of another', async () => {
  const code = fresh()
  const mine = await own.ask(one, counting, { code }, { 'idempotency-key': code })
  const theirs = await own.ask(other, counting, { code }, { 'idempotency-key': code })
  expect(theirs.body.run).not.toBe(mine.body.run)
  expect(await done(code)).toBe(2)
})

test('a refusal is not kept: the same key may succeed later, and what is asked without a key is done each time', async () => {
  const code = fresh()
  expect((await own.ask(one, counting, { code, refuse: true }, { 'idempotency-key': code })).status).toBe(422)
  expect((await own.ask(one, counting, { code }, { 'idempotency-key': code })).status).toBe(200)
  await own.ask(one, counting, { code })
  await own.ask(one, counting, { code })
  expect(await done(code)).toBe(3)
})

test('a key that is too long is 400, never our fault', async () => {
  const { status, problem } = await own.ask(one, counting, { code: fresh() }, { 'idempotency-key': 'k'.repeat(201) })
  expect([status, problem.code]).toEqual([400, 'idempotency_key'])
  expect((await own.ask(one, counting, { code: fresh() }, { 'idempotency-key': 'k'.repeat(200) })).status).toBe(200)
})
