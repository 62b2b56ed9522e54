import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { foundPerson, type Person } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import type { Problem } from '../contract/problem.ts'
import { httpApp, maximumInputBytes } from './http.ts'
import { routesThatAreNoCapability } from './routes.ts'

let person: Person
beforeAll(async () => {
  person = await foundPerson({ role: 'administrator', unitId: null })
})

async function post(capability: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  const { product } = await harness()
  return product.app.request(`/api/${capability}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', cookie: person.cookie, ...headers },
  })
}

async function refusal(response: Response): Promise<[number, string]> {
  const problem = (await response.json()) as Problem
  expect(problem.status).toBe(response.status)
  return [response.status, problem.code]
}

describe('the door', () => {
  test('an unknown capability is 404, whatever its name', async () => {
    for (const name of ['structure.no-such', 'constructor', '__proto__', 'structure', 'pg_catalog.pg_class']) {
      expect(await refusal(await post(name, '{}'))).toEqual([404, 'no_capability'])
    }
  })

  test('what is no JSON is 400, and so is what is larger than allowed', async () => {
    expect(await refusal(await post('structure.tree', '{"asOf":'))).toEqual([400, 'not_json'])
    const large = JSON.stringify({ text: 'x'.repeat(maximumInputBytes) })
    expect(await refusal(await post('structure.find', large))).toEqual([400, 'too_large'])
  })

  test('a capability is asked by POST only', async () => {
    const { product } = await harness()
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const response = await product.app.request('/api/structure.tree', { method })
      expect(response.headers.get('allow')).toBe('POST')
      expect(await refusal(response)).toEqual([405, 'only_post'])
      expect(await refusal(await product.app.request('/api/structure.no-such', { method }))).toEqual([
        404,
        'no_capability',
      ])
    }
  })

  test('what does not say that it is JSON is 415, unless there is nothing', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])
      expect(await refusal(await post('structure.tree', '{}', { 'content-type': type }))).toEqual([415, 'no_json_type'])
    expect((await post('structure.tree', '{}', { 'content-type': 'application/JSON; charset=utf-8' })).status).toBe(200)
    expect((await post('structure.tree', '', { 'content-type': 'text/plain' })).status).toBe(200)
  })

  test('no answer is taken for anything else than it says', async () => {
    const { product } = await harness()
    const answers = [
      await post('structure.tree', '{}'),
      await post('structure.no-such', '{}'),
      await product.app.request('/healthz'),
    ]
    for (const answer of answers) expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of the same site', { 'sec-fetch-site': 'same-site' }],
    ['a foreign origin', { origin: 'https://evil.example', host: 'lienchi.test' }],
    ['a sandboxed page without an origin', { origin: 'null', host: 'lienchi.test' }],
  ])('%s cannot act with a person’s cookie', async (_, headers) => {
    expect(await refusal(await post('structure.tree', '{}', headers))).toEqual([403, 'foreign_origin'])
  })

  test('the product’s own page can, and so can a program that says nothing of its origin', async () => {
    const own = { 'sec-fetch-site': 'same-origin', origin: 'http://lienchi.test', host: 'lienchi.test' }
    expect((await post('structure.tree', '{}', own)).status).toBe(200)
    expect((await post('structure.tree', '{}', { 'sec-fetch-site': 'none' })).status).toBe(200)
    expect((await post('structure.tree', '')).status).toBe(200)
  })

  test('a refusal is problem+json in the language asked for, and never kept by a browser', async () => {
    const asked: [Record<string, string>, string][] = [
      [{}, 'Không có chức năng này.'],
      [{ 'accept-language': 'en-GB,en;q=0.9,vi;q=0.5' }, 'There is no such capability.'],
      [{ 'accept-language': 'en', 'x-lienchi-language': 'vi' }, 'Không có chức năng này.'],
    ]
    for (const [headers, title] of asked) {
      const response = await post('structure.no-such', '{}', headers)
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(((await response.json()) as Problem).title).toBe(title)
    }
  })

  test('an answer is never kept by a browser', async () => {
    expect((await post('structure.tree', '{}')).headers.get('cache-control')).toBe('no-store')
  })
})

describe('what is no capability', () => {
  test('is the list of routes.ts, no more and no less', async () => {
    const { product } = await harness()
    const folder = mkdtempSync(join(tmpdir(), 'lienchi-web-'))
    writeFileSync(join(folder, 'index.html'), '<script nonce="__NONCE__"></script>')
    const ready = async () => true
    const app = httpApp({ kernel: product.kernel, modules: product.modules, webFolder: folder, secret: 'x', ready })
    const answered = app.routes.filter(
      ({ method, path }) => path !== '/api/:capability' && !(method === 'ALL' && path === '/*'),
    )
    expect([...new Set(answered.map(({ path }) => (path === '*' ? '/*' : path)))].sort()).toEqual(
      routesThatAreNoCapability.map(({ path }) => path).sort(),
    )
    const page = await app.request('/bat-ky-trang-nao')
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(await page.text()).not.toContain('__NONCE__')
    for (const file of ['/favicon.ico', '/robots.txt']) {
      const none = await app.request(file)
      expect([none.status, none.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8'])
    }
    rmSync(folder, { recursive: true })
  })

  test('health asks nobody; readiness says whether the database and the set-up are there', async () => {
    const { product } = await harness()
    const broken = httpApp({
      kernel: product.kernel,
      modules: [],
      webFolder: null,
      secret: 'x',
      ready: () => Promise.reject(new Error('gone')),
    })
    expect(await (await broken.request('/healthz')).json()).toEqual({ alive: true })
    const unready = await broken.request('/readyz')
    expect([unready.status, await unready.json()]).toEqual([503, { database: false, setUp: false, warnings: [] }])
    expect((await product.app.request('/readyz')).status).toBe(200)
  })

  test('the description of the API names every capability', async () => {
    const { product } = await harness()
    const described = (await (await product.app.request('/api/openapi.json')).json()) as { paths: object }
    const all = product.modules.flatMap((module) => module.handlers.map(({ contract }) => `/api/${contract.name}`))
    expect(Object.keys(described.paths).sort()).toEqual(all.sort())
  })
})
