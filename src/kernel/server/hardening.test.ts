import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { command, query } from '#kernel/contract/contract.ts'
import { foundPerson, type Person } from '#test/founders.ts'
import { harness, testPassword } from '#test/harness.ts'
import { type OwnCapabilities, ownCapabilities } from '#test/own-capabilities.ts'
import { productOn } from '#test/own-product.ts'
import type { Problem } from '../contract/problem.ts'
import { handle } from './handle.ts'
import { httpApp } from './http.ts'
import { asSystem } from './kernel.ts'
import { deepest, mostValues } from './read-json.ts'
import { readProxies } from './who-asks.ts'

const common = { permission: 'signed-in', reads: 'settings', articles: ['thử'] } as const
const failing = query('structure.try-failing', { ...common, input: z.object({}), output: z.object({}) })
const taking = command('structure.try-taking', {
  ...common,
  input: z.object({ value: z.unknown() }),
  output: z.object({ kept: z.unknown() }),
})

let own: OwnCapabilities
let person: Person
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lienchi-hard-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<script nonce="__NONCE__"></script>')
  writeFileSync(join(folder, 'assets', 'a.js'), '1')
  own = await ownCapabilities([
    handle(failing, async () => {
      throw new Error('select * from access.account where name = Nguyễn Văn Bí Mật')
    }),
    handle(taking, async (_, { value }) => ({ kept: value })),
  ])
  person = await foundPerson({ role: 'administrator', unitId: null })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const send = (body: BodyInit, headers: Record<string, string> = {}, path = '/api/structure.try-taking') =>
  own.app.request(path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', cookie: person.cookie, ...headers },
  })
const codeOf = async (response: Response) => {
  const problem = (await response.json()) as Problem
  return [response.status, problem.code, problem.issues?.[0]?.at]
}

describe('every answer', () => {
  const answers = async (secure = false) => {
    const { product } = await harness()
    const { kernel, modules } = product
    const options = { kernel, modules, webFolder: folder, secret: 'x', secure, ready: async () => true }
    const app = httpApp(options)
    const paths = [
      '/',
      '/assets/a.js',
      '/assets/none.js',
      '/healthz',
      '/readyz',
      '/api/openapi.json',
      '/files/x',
      '/favicon.ico',
      '/api/x.y',
    ]
    const got = await Promise.all(paths.map(async (path) => [path, await app.request(path)] as const))
    const done = await app.request('/api/access.who-am-i', { method: 'POST' })
    return [
      ...got,
      ['a capability', done] as const,
      ['a failure', await send('{}', {}, '/api/structure.try-failing')] as const,
    ]
  }

  test('says that it is what it says, is for nobody else’s page, and that nothing in it runs', async () => {
    for (const [path, { headers }] of await answers()) {
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
      expect([path, headers.get('referrer-policy')]).toEqual([path, 'same-origin'])
      expect([path, headers.get('cross-origin-opener-policy')]).toEqual([path, 'same-origin'])
      expect([path, headers.get('cross-origin-resource-policy')]).toEqual([path, 'same-origin'])
      const policy = headers.get('content-security-policy')
      expect([path, policy]).toEqual([path, expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'/)])
      if (path !== '/') expect([path, policy]).toEqual([path, "default-src 'none'; frame-ancestors 'none'"])
      const kept = path === '/assets/a.js' ? 'public, max-age=31536000, immutable' : 'no-store'
      expect([path, headers.get('cache-control')]).toEqual([path, kept])
      expect([path, headers.get('access-control-allow-origin')]).toEqual([path, null])
    }
  })

  test('says that only TLS is to be used where people come by TLS, and nowhere else', async () => {
    for (const [path, { headers }] of await answers(true))
      if (path !== 'a failure')
        expect([path, headers.get('strict-transport-security')]).toEqual([path, 'max-age=31536000'])
    for (const [path, { headers }] of await answers())
      expect([path, headers.get('strict-transport-security')]).toEqual([path, null])
  })

  test('has an id of its own that no request can choose', async () => {
    const asked = await Promise.all([1, 2].map(() => send('{"value":1}', { 'x-request-id': 'mine' })))
    const ids = asked.map(({ headers }) => headers.get('x-request-id'))
    expect(new Set([...ids, 'mine']).size).toBe(3)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/)
  })
})

test('what is our own fault says nothing of our insides, and the alarm about it is found by the id of the answer', async () => {
  own.alarms.splice(0)
  const answer = await send('{}', {}, '/api/structure.try-failing')
  const told = await answer.text()
  expect(answer.status).toBe(500)
  expect(told).not.toMatch(/Bí Mật|select|access\.account|\.ts|stack/)
  const id = answer.headers.get('x-request-id')
  expect((JSON.parse(told) as Problem).requestId).toBe(id)
  expect(own.alarms.splice(0)).toMatchObject([{ where: 'structure.try-failing', requestId: id }])
})

describe('cookies of a session', () => {
  const cookiesAt = async (baseUrl: string) => {
    const { engine } = await harness()
    const { ask } = productOn(engine, { baseUrl })
    return (
      await ask('/api/access.sign-in', { username: person.username, password: testPassword })
    ).headers.getSetCookie()
  }

  test('are read by no script, sent by no other site, and by TLS alone where people come by TLS', async () => {
    const cookies = await cookiesAt('https://lienchi.test')
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Secure-lienchi\./)
      for (const word of [/; HttpOnly/i, /; Secure/i, /; SameSite=(Lax|Strict)/i, /; Path=\//i])
        expect(cookie).toMatch(word)
      expect(cookie).not.toMatch(/; Domain/i)
    }
    for (const cookie of await cookiesAt('http://lienchi.test')) expect(cookie).toMatch(/; HttpOnly.*; SameSite=Lax/i)
  })

  test('that are broken are no session and no fault', async () => {
    for (const cookie of [
      'lienchi.session_token=%E0%A4%A',
      'lienchi.session_token=',
      'lienchi.session_token=a.b',
      'lienchi.session_token="',
      `lienchi.session_token=${'%00'.repeat(50)}`,
    ])
      expect(await codeOf(await send('{"value":1}', { cookie }))).toEqual([401, 'sign_in_first', undefined])
  })
})

describe('a request of another site', () => {
  const ask = async (origin: string, more: Record<string, string> = {}, options: object = {}, env: object = {}) => {
    const { product } = await harness()
    const { kernel, modules } = product
    const app = httpApp({ kernel, modules, webFolder: null, secret: 'x', ready: async () => true, ...options })
    const headers = { host: 'lienchi.test', origin, ...more }
    return (await app.request('/api/access.who-am-i', { method: 'POST', headers }, env)).status
  }

  test('is also one of the same name without TLS, where people come by TLS', async () => {
    expect(await ask('http://lienchi.test')).toBe(200)
    expect(await ask('https://lienchi.test')).toBe(200)
    expect(await ask('http://lienchi.test', {}, { secure: true })).toBe(403)
    expect(await ask('https://lienchi.test', {}, { secure: true })).toBe(200)
    const byProxy = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
    const proxies = readProxies('127.0.0.1')
    expect(await ask('http://lienchi.test', { 'x-forwarded-proto': 'https' }, { proxies }, byProxy)).toBe(403)
    expect(await ask('http://lienchi.test', { 'x-forwarded-proto': 'https' }, {}, byProxy)).toBe(200)
  })

  test('is also one that says its origin and no host', async () => {
    const { product } = await harness()
    const init = { method: 'POST', headers: { origin: 'http://localhost' } }
    expect((await product.app.request('/api/access.who-am-i', init)).status).toBe(403)
  })

  test('is also one that only looks like ours', async () => {
    for (const origin of [
      'http://lienchi.test.evil.example',
      'http://lienchi.test:81',
      'http://evil.example@lienchi.test.x',
      'lienchi.test',
      'null',
      'file://',
    ])
      expect([origin, await ask(origin)]).toEqual([origin, 403])
  })
})

describe('an input', () => {
  test('may be nested so deep and no deeper, and hold so many values and no more', async () => {
    const nested = (depth: number) => `{"value":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`
    expect((await send(nested(deepest))).status).toBe(200)
    for (const depth of [deepest + 1, 100_000, 5_000_000])
      expect(await codeOf(await send(nested(depth)))).toEqual([400, 'too_deep', undefined])
    expect(await codeOf(await send('{"value":'.repeat(100_000)))).toEqual([400, 'too_deep', undefined])
    expect(await codeOf(await send(`{"value":[${'1,'.repeat(mostValues)}1]}`))).toEqual([400, 'too_deep', undefined])
  })

  test('may hold brackets in its texts', async () => {
    const value = `${'[{"\\'.repeat(200)}`
    expect(await (await send(JSON.stringify({ value }))).json()).toEqual({ kept: value })
    for (const open of ['{"value":"[[[', '{"value":"\\"', '"\\\\\\'])
      expect(await codeOf(await send(open))).toEqual([400, 'not_json', undefined])
  })

  test('changes no object by the names of its fields', async () => {
    for (const body of [
      '{"value":{"__proto__":{"admin":true}}}',
      '{"__proto__":{"value":1}}',
      '{"value":[{"\\u005f_proto__":null}]}',
    ])
      expect((await codeOf(await send(body))).slice(0, 2)).toEqual([400, 'input'])
    const value = { constructor: { prototype: { admin: true } }, prototype: 1, toString: 'x', hasOwnProperty: null }
    expect(await (await send(JSON.stringify({ value }))).json()).toEqual({ kept: value })
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
    expect((await codeOf(await send('{"constructor":1,"value":1}'))).slice(0, 2)).toEqual([400, 'input'])
  })

  test.each([
    ['a null character', '{"value":{"a":["\\u0000"]}}', 'value.a.0'],
    ['half a character', '{"value":"\\ud800"}', 'value'],
    ['half a character in a name', '{"value":{"\\udfff":1}}', 'value'],
    ['a number past all numbers', '{"value":[1e400]}', 'value.0'],
    ['one below all numbers', '{"value":-1e999}', 'value'],
  ])('that holds %s is refused and told where', async (_, body, at) => {
    expect(await codeOf(await send(body))).toEqual([400, 'input', at])
  })

  test('is text in UTF-8 and nothing that only passes for it', async () => {
    for (const bytes of [
      [0x22, 0xff, 0x22],
      [0x22, 0xc0, 0xaf, 0x22],
      [0x22, 0xed, 0xa0, 0x80, 0x22],
      [0xff, 0xfe, 0x7b, 0],
      [0x1f, 0x8b],
    ])
      expect(await codeOf(await send(new Uint8Array(bytes)))).toEqual([400, 'not_json', undefined])
    for (const body of [
      'NaN',
      '{value:1}',
      "{'value':1}",
      '{"value":1,}',
      '{"value":01}',
      '//\n{}',
      '{"value":1}{}',
      '\u00a0{}',
    ])
      expect([body, await codeOf(await send(body))]).toEqual([body, [400, 'not_json', undefined]])
  })

  test('that names a field twice is what its last says, for the deed and for the journal alike', async () => {
    const answer = await send('{"value":"first","value":"last"}')
    expect(await answer.json()).toEqual({ kept: 'last' })
    const { engine } = await harness()
    const entry = await asSystem(engine, (tx) =>
      tx
        .selectFrom('journal.entry as e')
        .innerJoin('journal.detail as d', 'd.entry_id', 'e.id')
        .select('d.input')
        .where('e.capability', '=', taking.name)
        .orderBy('e.id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow(),
    )
    expect(entry.input).toEqual({ value: 'last' })
  })

  test('may be a huge text and is answered', async () => {
    const value = 'đ'.repeat(1_000_000)
    expect(((await (await send(JSON.stringify({ value }))).json()) as { kept: string }).kept.length).toBe(1_000_000)
  })
})

test('nothing is changed by a request that a link or an image makes', async () => {
  const { product } = await harness()
  for (const { contract } of product.modules.flatMap(({ handlers }) => handlers))
    for (const method of ['GET', 'HEAD'])
      expect([
        contract.name,
        (await product.app.request(`/api/${contract.name}`, { method, headers: { cookie: person.cookie } })).status,
      ]).toEqual([contract.name, 405])
  const changing = product.modules
    .flatMap(({ downloads }) => downloads ?? [])
    .filter(({ handler }) => handler.contract.kind !== 'query')
  expect(changing).toEqual([])
})
