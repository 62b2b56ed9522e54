import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { json } from '#kernel/db/fragments.ts'
import { cookieOf, type OwnProduct, ownProduct, setUpInput } from '#test/own-product.ts'
import { setToday } from '../capabilities/set-today/set-today.contract.ts'
import { dayIn } from '../contract/dates.ts'
import { makeClocks } from './clocks.ts'

let own: OwnProduct
let administrator: string
let secretary: string
const signIn = async (username: string, password: string) =>
  cookieOf(await own.ask('/api/access.sign-in', { username, password }))
beforeAll(async () => {
  own = await ownProduct({ zone: 'Asia/Ho_Chi_Minh', demo: true, today: '2020-01-01' })
  const { password, username } = setUpInput.administrator
  const { organisationId } = (await (await own.ask('/api/access.set-up', setUpInput)).json()) as {
    organisationId: string
  }
  administrator = await signIn(username, password)
  const account = {
    displayName: 'Bí thư',
    username: 'bithu',
    password,
    role: 'committee_secretary',
    unitId: organisationId,
    origin: 'phép thử',
  }
  expect((await own.ask('/api/access.create-account', account, administrator)).status).toBe(200)
  secretary = await signIn('bithu', password)
})
afterAll(() => own.done())
afterEach(() => vi.useRealTimers())

async function setClock(value: object): Promise<void> {
  const row = { key: 'clock', value: json(value) }
  await own.engine.db
    .insertInto('kernel.setting')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
  own.product.kernel.settingsChanged()
}
const todayOf = async (cookie?: string) =>
  ((await (await own.ask('/api/access.who-am-i', {}, cookie)).json()) as { today: string }).today

describe('the business day is the organisation’s', () => {
  test.each([
    ['Asia/Ho_Chi_Minh', '2024-02-28T16:59:59.999Z', '2024-02-28'],
    ['Asia/Ho_Chi_Minh', '2024-02-28T17:00:00.000Z', '2024-02-29'],
    ['Asia/Ho_Chi_Minh', '2024-02-29T17:00:00.000Z', '2024-03-01'],
    ['America/Los_Angeles', '2024-03-10T07:59:59.999Z', '2024-03-09'],
    ['America/Los_Angeles', '2024-03-11T06:59:59.999Z', '2024-03-10'],
    ['UTC', '2024-12-31T23:59:59.999Z', '2024-12-31'],
  ])('in %s at %s it is %s', (zone, at, day) => {
    expect(dayIn(zone, new Date(at))).toBe(day)
  })

  test('around its midnight, not around the machine’s', async () => {
    await setClock({ zone: 'Asia/Ho_Chi_Minh' })
    const { clocks } = makeClocks(own.engine)
    await clocks()
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-06-30T16:59:59.999Z') })
    expect(await clocks()).toMatchObject({ today: '2024-06-30', now: '2024-06-30T16:59:59.999Z', settable: false })
    vi.setSystemTime(new Date('2024-06-30T17:00:00.000Z'))
    expect(await clocks()).toMatchObject({ today: '2024-07-01' })
    expect(await clocks('2020-01-01T00:00:00.000Z' as never)).toMatchObject({
      today: '2024-07-01',
      now: '2020-01-01T00:00:00.000Z',
    })
  })

  test('an entry of the journal carries the machine’s time even where the recorded one is supplied', async () => {
    const { rows } = await sql<{
      apart: boolean
    }>`select bool_and(abs(extract(epoch from written_at - clock_timestamp())) < 600) as apart from journal.entry`.execute(
      own.engine.db,
    )
    expect(rows).toEqual([{ apart: true }])
  })
})

describe('the day of the demo', () => {
  test('set by the administrator, it is everybody’s at once', async () => {
    await setClock({ zone: 'Asia/Ho_Chi_Minh', demo: true, today: '2024-01-15' })
    expect([await todayOf(), await todayOf(secretary)]).toEqual(['2024-01-15', '2024-01-15'])
    const set = await own.ask(`/api/${setToday.name}`, { today: '2025-01-24' }, administrator)
    expect([set.status, await set.json()]).toEqual([200, { today: '2025-01-24' }])
    expect([await todayOf(), await todayOf(secretary), await todayOf(administrator)]).toEqual([
      '2025-01-24',
      '2025-01-24',
      '2025-01-24',
    ])
  })

  test('cannot be set to a day on which its setter holds no right: nobody could set it back', async () => {
    const before = await todayOf()
    const set = await own.ask(`/api/${setToday.name}`, { today: '2019-12-31' }, administrator)
    expect([set.status, ((await set.json()) as { code: string }).code]).toEqual([422, 'nobody_could_set_it_back'])
    expect(await todayOf()).toBe(before)
    expect((await own.ask(`/api/${setToday.name}`, { today: '2020-01-01' }, administrator)).status).toBe(200)
    expect((await own.ask(`/api/${setToday.name}`, { today: '2025-01-24' }, administrator)).status).toBe(200)
  })

  test('is not for others to set', async () => {
    const set = await own.ask(`/api/${setToday.name}`, { today: '2030-01-01' }, secretary)
    expect(set.status).toBe(403)
    expect(await todayOf()).not.toBe('2030-01-01')
    expect((await own.ask(`/api/${setToday.name}`, { today: '2030-01-01' })).status).toBe(401)
    expect((await own.ask(`/api/${setToday.name}`, { today: '2024-02-30' }, administrator)).status).toBe(400)
  })

  test('cannot be set where this is no demo, and a day that lies there from before does not count', async () => {
    await setClock({ zone: 'Asia/Ho_Chi_Minh', today: '2001-01-01' })
    const set = await own.ask(`/api/${setToday.name}`, { today: '2025-01-24' }, administrator)
    expect([set.status, ((await set.json()) as { code: string }).code]).toEqual([422, 'no_demo'])
    expect(await todayOf()).toBe(dayIn('Asia/Ho_Chi_Minh', new Date()))
  })
})
