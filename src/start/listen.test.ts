import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { httpApp, maximumInputBytes } from '#kernel/server/http.ts'
import { harness } from '#test/harness.ts'
import { rawConnection, rawRequest, statusOf } from '#test/raw-http.ts'
import { type Door, listen, usualPatience } from './listen.ts'

let door: Door
let port: number
let folder: string
const asked: { address: string; path: string }[] = []
/** Waits for nobody, so that a test sees the end of a slow client. */
const hasty = { ...usualPatience, headers: 300, request: 300, idle: 300, lookedAtEvery: 30 }

beforeAll(async () => {
  const { product } = await harness()
  folder = mkdtempSync(join(tmpdir(), 'lienchi-door-'))
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'web', 'index.html'), '<script nonce="__NONCE__"></script>the page')
  writeFileSync(join(folder, 'web', 'assets', 'a.js'), 'an asset')
  writeFileSync(join(folder, 'secret.txt'), 'a secret beside the screens')
  door = await listen('127.0.0.1', 0)
  port = Number(new URL(door.address).port)
  const { kernel, modules } = product
  const webFolder = join(folder, 'web')
  const app = httpApp({ kernel, modules, webFolder, secret: 'x', ready: async () => true })
  door.open((request, from) => {
    asked.push({ address: from.incoming.socket.remoteAddress ?? '', path: new URL(request.url).pathname })
    return app.fetch(request, from)
  })
})
afterAll(async () => {
  await door.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string, ...headers: string[]) => rawRequest(port, [`GET ${path} HTTP/1.1`, 'host: x', ...headers])
const post = (headers: string[], body: string) =>
  rawRequest(port, ['POST /api/access.who-am-i HTTP/1.1', 'host: x', ...headers], body)
const json = 'content-type: application/json'

describe('the door', () => {
  test('hands on by which connection a request came', async () => {
    expect(statusOf(await get('/healthz'))).toBe(200)
    expect(asked.at(-1)).toEqual({ address: '127.0.0.1', path: '/healthz' })
  })

  test('while the product starts every answer says the same of itself as later', async () => {
    const early = await listen('127.0.0.1', 0)
    const answer = await rawRequest(Number(new URL(early.address).port), ['GET / HTTP/1.1', 'host: x'])
    await early.close()
    expect(statusOf(answer)).toBe(503)
    expect(answer).toContain('x-content-type-options: nosniff')
  })

  test.each([
    ['never ends its headers', 'GET /healthz HTTP/1.1\r\nhost: x\r\nx-slow: ', 'HTTP/1.1 408'],
    ['never ends its body', `POST /x HTTP/1.1\r\nhost: x\r\n${json}\r\ncontent-length: 9\r\n\r\n{`, 'HTTP/1.1 408'],
    ['says nothing more after an answer', 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n', '{"alive":true}'],
  ])('is not kept open by a client that %s', async (_, sent, received) => {
    const impatient = await listen('127.0.0.1', 0, hasty)
    // Whoever reads the body waits for it.
    impatient.open(async (request) =>
      request.body ? new Response(await request.text().catch(() => '')) : Response.json({ alive: true }),
    )
    const slow = rawConnection(Number(new URL(impatient.address).port))
    slow.send(sent)
    expect(await slow.all()).toContain(received)
    await impatient.close()
  })

  test('answers so many requests on one connection and no more', async () => {
    const few = await listen('127.0.0.1', 0, { ...usualPatience, requestsOfOneConnection: 2 })
    const one = rawConnection(Number(new URL(few.address).port))
    one.send('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n')
    await one.until('true}')
    one.send('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n')
    const answers = await one.until('Connection: close')
    one.close()
    await few.close()
    expect(answers.match(/^connection: .*$/gim)).toEqual(['Connection: keep-alive', 'Connection: close'])
  })

  test('takes so many connections and no more, and others again when they are gone', async () => {
    const narrow = await listen('127.0.0.1', 0, { ...usualPatience, connections: 3 })
    const own = Number(new URL(narrow.address).port)
    const held = Array.from({ length: 3 }, () => rawConnection(own))
    for (const one of held) one.send('GET /healthz HTTP/1.1\r\nhost: x\r\nx-held: ')
    await expect.poll(() => narrow.server.listening && connectionsOf(narrow)).toBe(3)
    expect(await rawRequest(own, ['GET /healthz HTTP/1.1', 'host: x'])).toBe('')
    for (const one of held) one.close()
    await expect.poll(() => connectionsOf(narrow)).toBe(0)
    expect(statusOf(await rawRequest(own, ['GET /healthz HTTP/1.1', 'host: x']))).toBe(200)
    await narrow.close()
  })

  test('takes headers of so many lines and bytes and no more, and drops none of them without a word', async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, n) => `x-${n}: 1`)
    expect(statusOf(await get('/healthz', ...lines(90)))).toBe(200)
    const many = await get('/healthz', ...lines(150))
    expect([statusOf(many), many.includes('nosniff')]).toEqual([431, true])
    expect(statusOf(await get('/healthz', ...lines(1500), 'sec-fetch-site: cross-site'))).toBe(431)
    expect(statusOf(await get('/healthz', `x-long: ${'x'.repeat(20_000)}`))).toBe(431)
  })

  test.each([
    ['a length and pieces at once', ['POST / HTTP/1.1', 'host: x', 'content-length: 3', 'transfer-encoding: chunked']],
    ['two lengths', ['POST / HTTP/1.1', 'host: x', 'content-length: 3', 'content-length: 4']],
    ['a length that is none', ['POST / HTTP/1.1', 'host: x', 'content-length: -1']],
    ['no host', ['GET / HTTP/1.1']],
    ['two hosts', ['GET / HTTP/1.1', 'host: a', 'host: b']],
    ['a host that is none', ['GET / HTTP/1.1', 'host: a b']],
    ['a method that is none', ['get / HTTP/1.1', 'host: x']],
    ['a folded line', ['GET / HTTP/1.1', 'host: x', ' y: z']],
    ['a null in a header', ['GET / HTTP/1.1', 'host: x', 'x: a\u0000b']],
    ['a backslash in its address', ['GET /assets\\..\\..\\secret.txt HTTP/1.1', 'host: x']],
  ])('takes no request with %s', async (_, head) => {
    const before = asked.length
    expect(statusOf(await rawRequest(port, head, '{}'))).toBe(400)
    expect(asked.length).toBe(before)
  })

  test('every method that HTTP knows gets an answer and does nothing but what it should', async () => {
    const methods = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH', 'QUERY', 'PURGE']
    for (const method of methods) {
      const answer = await rawRequest(port, [`${method} /api/access.who-am-i HTTP/1.1`, 'host: x'])
      expect([method, statusOf(answer)]).toEqual([method, 405])
      expect([method, statusOf(await rawRequest(port, [`${method} / HTTP/1.1`, 'host: x']))]).toEqual([method, 404])
    }
    const trick = ['GET /api/access.who-am-i HTTP/1.1', 'host: x', 'x-http-method-override: POST', json]
    expect(statusOf(await rawRequest(port, trick))).toBe(405)
    expect(statusOf(await rawRequest(port, ['CONNECT x:80 HTTP/1.1', 'host: x']))).toBe(0)
  })

  test('a body in pieces without a length is limited like any other', async () => {
    const sender = rawConnection(port)
    sender.send(`POST /api/access.who-am-i HTTP/1.1\r\nhost: x\r\n${json}\r\ntransfer-encoding: chunked\r\n\r\n`)
    const piece = `100000\r\n${' '.repeat(0x100000)}\r\n`
    for (let sent = 0; sent <= maximumInputBytes; sent += 0x100000) sender.send(piece)
    const answer = await sender.until('too_large')
    sender.close()
    expect(statusOf(answer)).toBe(400)
    const small = await post([json, 'transfer-encoding: chunked'], '2\r\n{}\r\n0\r\n\r\n')
    expect(statusOf(small)).toBe(200)
  })

  test('what goes away in the midst of its body raises no alarm and hangs nothing', async () => {
    const gone = rawConnection(port)
    gone.send(`POST /api/access.who-am-i HTTP/1.1\r\nhost: x\r\n${json}\r\ncontent-length: 100\r\n\r\n{"a":`)
    gone.close()
    expect(statusOf(await post([json, 'content-length: 2'], '{}'))).toBe(200)
  })
})

describe('what lies beside the screens', () => {
  test.each([
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%252e%252e/%252e%252e/secret.txt',
    '/assets/.%2e/.%2e/secret.txt',
    '/../secret.txt',
    '//../secret.txt',
    '/assets//../../secret.txt',
    '/assets/a.js/../../../secret.txt',
    '/assets/%00',
    '/assets/a.js%00.txt',
    '/assets/%E0%A4%A',
    '/assets/',
    '/assets',
  ])('is not reached by %s', async (path) => {
    const answer = await get(path)
    expect(answer).not.toContain('a secret')
    expect([200, 400, 404]).toContain(statusOf(answer))
  })

  test('while the screens are', async () => {
    expect(await get('/assets/a.js')).toContain('an asset')
    expect(await get('/bat-ky')).toContain('the page')
  })
})

test('an answer holds nothing of a host that somebody named', async () => {
  for (const path of ['/', '/api/openapi.json', '/readyz', '/files/x', '/api/no.such', 'http://evil.example/']) {
    const answer = await rawRequest(port, [
      `GET ${path} HTTP/1.1`,
      'host: evil.example',
      'x-forwarded-host: evil.example',
    ])
    expect(answer).not.toContain('evil.example')
  }
})

function connectionsOf({ server }: Door): Promise<number> {
  return new Promise((done, fail) => server.getConnections((error, count) => (error ? fail(error) : done(count))))
}
