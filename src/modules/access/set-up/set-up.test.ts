import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '#kernel/contract/problem.ts'
import { perform } from '#kernel/server/perform.ts'
import { asSuperuser } from '#test/attack.ts'
import { cookieOf, type OwnProduct, ownProduct, setUpInput, testSetUpCode } from '#test/own-product.ts'
import setUpState from '../set-up-state/set-up-state.query.ts'

let own: OwnProduct
beforeAll(async () => {
  own = await ownProduct({ zone: 'Asia/Ho_Chi_Minh', demo: true, today: '2024-01-15' })
})
afterAll(() => own.done())

const problem = async (answer: Promise<Response>) => {
  const response = await answer
  return [response.status, ((await response.json()) as Problem).code]
}

describe('before the set-up', () => {
  test('nothing answers but what the set-up page needs; everything else says so', async () => {
    const answering: string[] = []
    for (const { contract } of own.product.modules.flatMap(({ handlers }) => handlers)) {
      const response = await own.ask(`/api/${contract.name}`, {})
      if (response.status !== 503) answering.push(contract.name)
      else
        expect(((await response.json()) as Problem).sentence).toEqual({
          vi: 'Hệ thống chưa được thiết lập.',
          en: 'The product has not been set up yet.',
        })
    }
    expect(answering.sort()).toEqual(['access.set-up', 'access.set-up-state', 'access.who-am-i'])
    expect((await own.ask('/healthz')).status).toBe(200)
    expect([(await own.ask('/readyz')).status, await (await own.ask('/readyz')).json()]).toMatchObject([
      503,
      { database: true, setUp: false },
    ])
    expect(await problem(own.ask('/api/openapi.json'))).toEqual([503, 'not_set_up'])
  })

  test('a code is looked at where it is typed: a wrong one is refused and noted, a right one written anyhow is not', async () => {
    const look = (code: string) =>
      perform(own.product.kernel, {
        handler: setUpState(
          () => [],
          () => testSetUpCode,
        ),
        actor: null,
        input: { code },
        headers: new Headers(),
        answer: new Headers(),
      })
    const attempts = () =>
      asSuperuser(own.engine, async (tx) => {
        const { rows } = await sql`select 1 from journal.attempt where capability = 'access.set-up-state'`.execute(tx)
        return rows.length
      })
    const before = await attempts()
    for (const code of ['', testSetUpCode.slice(0, -1), testSetUpCode.replaceAll('-', ' ')]) {
      await expect(look(code)).rejects.toMatchObject({ kind: 'refused', code: 'wrong_code' })
    }
    expect((await attempts()) - before).toBe(3)
    for (const code of [testSetUpCode, testSetUpCode.toLowerCase(), `  ${testSetUpCode}\n`]) {
      expect(await look(code)).toMatchObject({ done: false })
    }
    expect((await attempts()) - before).toBe(3)
  })

  test('the set-up page learns that it is to be done, and which types a first organisation may have', async () => {
    const state = (await (await own.ask('/api/access.set-up-state', {})).json()) as {
      done: boolean
      types: { code: string }[]
    }
    expect(state.done).toBe(false)
    expect(state.types.map(({ code }) => code)).toEqual(['trung_uong_truc_thuoc'])
    expect(await (await own.ask('/api/access.who-am-i', {})).json()).toMatchObject({ signedIn: false, may: [] })
  })

  test('a wrong code, an unknown type and a day to come are refused, and nothing is left of them', async () => {
    const { organisation } = setUpInput
    const tried = [
      [{ code: '' }, 'wrong_code'],
      [{ code: testSetUpCode.slice(0, -1) }, 'wrong_code'],
      [{ organisation: { ...organisation, type: 'dang_bo_co_so' } }, 'unknown_type'],
      [{ organisation: { ...organisation, type: 'lien_chi' } }, 'unknown_type'],
      [{ organisation: { ...organisation, type: 'không có' } }, 'unknown_type'],
      [{ organisation: { ...organisation, since: '2024-01-16' } }, 'date_in_future'],
    ] as const
    for (const [more, code] of tried) {
      expect(await problem(own.ask('/api/access.set-up', { ...setUpInput, ...more }))).toEqual([422, code])
    }
    const { rows } =
      await sql`select 1 from access.account union all select 1 from structure.unit union all select 1 from kernel.setting where key = 'organisation'`.execute(
        own.engine.db,
      )
    expect(rows).toEqual([])
  })
})

describe('the code', () => {
  test('is guessed ten times from one address in a quarter of an hour, wherever it is typed; what else is wrong costs nothing', async () => {
    const guess = async (capability: string, input: object, address = '203.0.113.5') => {
      const init = { method: 'POST', body: JSON.stringify(input), headers: { 'content-type': 'application/json' } }
      const env = { incoming: { socket: { remoteAddress: address } } }
      return problem(Promise.resolve(own.product.app.request(`/api/${capability}`, init, env)))
    }
    const future = { ...setUpInput, organisation: { ...setUpInput.organisation, since: '2024-01-16' } }
    for (let n = 0; n < 5; n++) {
      expect(await guess('access.set-up', { ...setUpInput, code: 'SAI' })).toEqual([422, 'wrong_code'])
      expect(await guess('access.set-up-state', { code: 'SAI' })).toEqual([422, 'wrong_code'])
      expect(await guess('access.set-up', future)).toEqual([422, n < 4 ? 'date_in_future' : 'too_many_tries'])
    }
    expect(await guess('access.set-up', setUpInput)).toEqual([422, 'too_many_tries'])
    expect(await guess('access.set-up-state', { code: testSetUpCode })).toEqual([422, 'too_many_tries'])
    expect(await guess('access.set-up-state', {})).toEqual([200, undefined])
    expect(await guess('access.set-up', future, '203.0.113.6')).toEqual([422, 'date_in_future'])
  })
})

describe('the right code', () => {
  test('three at the same moment make one organisation', async () => {
    const codes = [testSetUpCode, testSetUpCode.toLowerCase(), ` ${testSetUpCode} `]
    const asked = await Promise.all(
      codes.map((code) => own.ask('/api/access.set-up', { ...setUpInput, code, alsoOrganisation: true })),
    )
    expect(asked.map(({ status }) => status).sort()).toEqual([200, 422, 422])
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from access.account`.execute(own.engine.db)
    expect(rows).toEqual([{ n: 1 }])
    expect((await own.ask('/readyz')).status).toBe(200)
  })

  test('works once: afterwards it is refused for ever, whatever code comes', async () => {
    for (const code of [testSetUpCode, 'another']) {
      const again = { ...setUpInput, code, administrator: { ...setUpInput.administrator, username: 'quantri2' } }
      expect(await problem(own.ask('/api/access.set-up', again))).toEqual([422, 'set_up_already'])
    }
    expect(await (await own.ask('/api/access.set-up-state', {})).json()).toMatchObject({ done: true, types: [] })
  })

  test('the administrator signs in, stands over the organisation, and sees the set-up in the journal', async () => {
    const { username, password } = setUpInput.administrator
    const cookie = cookieOf(await own.ask('/api/access.sign-in', { username, password }))
    const me = (await (await own.ask('/api/access.who-am-i', {}, cookie)).json()) as {
      may: string[]
      organisation: { name: string }
    }
    expect(me).toMatchObject({
      signedIn: true,
      displayName: 'Người Quản Trị',
      organisation: { name: 'Đảng bộ thử thiết lập' },
    })
    expect(me.may).toContain('access.create-account')
    const tree = (await (await own.ask('/api/structure.tree', {}, cookie)).json()) as { units: { name: string }[] }
    expect(tree.units.map(({ name }) => name)).toEqual(['Đảng bộ thử thiết lập'])
    const { entries } = (await (
      await own.ask('/api/access.journal', { capability: 'access.set-up' }, cookie)
    ).json()) as { entries: object[] }
    expect(entries).toMatchObject([{ after: { name: 'Đảng bộ thử thiết lập' } }])
  })

  test('neither the code nor the password lies anywhere in the journal or the kernel’s tables', async () => {
    const holding = await asSuperuser(own.engine, async (tx) => {
      const { rows } = await sql<{
        name: string
      }>`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('journal', 'kernel', 'access', 'structure')`.execute(
        tx,
      )
      const found: string[] = []
      for (const { name } of rows) {
        for (const secret of [testSetUpCode, setUpInput.administrator.password]) {
          const { rows: hits } =
            await sql`select 1 from ${sql.raw(name)} t where position(lower(${secret}) in lower(t::text)) > 0`.execute(
              tx,
            )
          if (hits.length > 0) found.push(`${name} holds ${secret}`)
        }
      }
      return found
    })
    expect(holding).toEqual([])
    expect(own.alarms).toEqual([])
  })
})
