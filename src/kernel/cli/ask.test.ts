import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask, type Person } from './ask.ts'

/** What stands in for the product: tochuc may see the tree, nobody else may; on the demo tochuc is offered to everybody. */
let demo: boolean
let server: Server
let url: string
let open: number
const said: string[] = []

beforeEach(async () => {
  open = 0
  said.length = 0
  server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const answer = (status: number, content: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))
    const unknown = (code: string) =>
      answer(401, {
        type: 'urn:lienchi:unknown',
        title: '',
        detail: '',
        status: 401,
        kind: 'unknown',
        code,
        sentence: { vi: 'Hãy đăng nhập.', en: 'Please sign in.' },
      })
    if (request.url === '/api/access.who-am-i') {
      return answer(200, { demoPeople: demo ? [{ username: 'tochuc', password: 'dung' }] : [] })
    }
    if (request.url === '/api/access.sign-in') {
      if (JSON.parse(body).password !== 'dung') return unknown('wrong_credentials')
      open++
      response.setHeader('set-cookie', 'session=tochuc; Path=/')
      return answer(200, {})
    }
    if (request.url === '/api/access.sign-out') return answer(200, { open: --open })
    return request.headers.cookie === 'session=tochuc' ? answer(200, { units: [] }) : unknown('sign_in')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterEach(() => server.close())

const asks = (person?: Person, at = url) =>
  ask({ url: at, person, language: 'en', say: (line) => said.push(line) }, 'structure.tree', { levels: 1 })

test('a person asks with the session of that person, which is ended afterwards', async () => {
  expect(await asks({ username: 'tochuc', password: 'dung' })).toEqual({ units: [] })
  expect([open, said]).toEqual([0, []])
})

test('on the demo nobody need sign in: the first of its people asks, and that is said', async () => {
  demo = true
  expect(await asks()).toEqual({ units: [] })
  expect(open).toBe(0)
  expect(said.join()).toContain('“tochuc”')
})

test('in real use it is said how to sign in', async () => {
  demo = false
  await expect(asks()).rejects.toThrow(/Please sign in\. \(401 sign_in\)\nSet LIENCHI_USER and LIENCHI_PASSWORD/)
  await expect(asks({ username: 'tochuc', password: 'sai' })).rejects.toThrow('(401 wrong_credentials)')
})

test('what is not there, and what is no Liên Chi, are told apart', async () => {
  await expect(asks(undefined, 'http://127.0.0.1:1')).rejects.toThrow('Nothing answers at')
  server.removeAllListeners('request').on('request', (_, response) => response.writeHead(503).end('<p>busy</p>'))
  await expect(asks()).rejects.toThrow('does not answer as Liên Chi does (HTTP 503)')
})
