import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, normalize, sep } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { type MadeFile, readDownloadAddress } from './download.ts'
import { openFile, readFileAddress } from './files.ts'
import type { HttpOptions } from './http-options.ts'
import { openApi } from './openapi.ts'
import { perform } from './perform.ts'
import type { TextsByModule } from './problems.ts'
import { Refusal } from './refusal.ts'

/**
 * Everything that answers over HTTP and is no capability, with its rule: health and readiness for whoever runs the machine, the
 * description of the API, the built screens. A test holds this list against what the app answers.
 */
export const routesThatAreNoCapability = [
  { path: '/healthz', rule: 'open to anyone; never asks the database' },
  {
    path: '/readyz',
    rule: 'open to anyone; 200 when the database is reached and migrated and the set-up is done, else 503',
  },
  { path: '/api/openapi.json', rule: 'open to anyone once the set-up is done; describes capabilities, holds no data' },
  { path: '/files/:signed', rule: 'only the account it was signed for, with its session, a quarter of an hour long' },
  {
    path: '/downloads/:signed',
    rule: 'only the account it was signed for, with its session and its rights of now, a quarter of an hour long',
  },
  { path: '/assets/*', rule: 'open to anyone; the built screens, hashed names' },
  { path: '/*', rule: 'open to anyone; the one page of the screens, with a nonce of its own' },
] as const

/** Adds them. The page and its assets come last, so that they hide nothing. */
export function addRoutes(app: Hono, options: HttpOptions, texts: TextsByModule): void {
  app.get('/healthz', (c) => c.json({ alive: true }))
  app.get('/readyz', async (c) => {
    const database = await options.ready().catch(() => false)
    const setUp = database && (await options.kernel.ports.isSetUp().catch(() => false))
    return c.json({ database, setUp, warnings: options.warnings?.() ?? [] }, database && setUp ? 200 : 503)
  })
  let description: object | undefined
  app.get('/api/openapi.json', async (c) => {
    if (!(await options.kernel.ports.isSetUp())) throw new Refusal('busy', 'not_set_up')
    description ??= openApi(options.modules, texts)
    return c.json(description)
  })
  addFiles(app, options)
  addDownloads(app, options)
  if (options.webFolder) addScreens(app, options.webFolder)
}

function addFiles(app: Hono, { kernel, secret }: HttpOptions): void {
  app.get('/files/:signed', async (c) => {
    const { today } = await kernel.clocks()
    const session = await kernel.ports.findSession(c.req.raw.headers, today)
    const fileId = session && readFileAddress(secret, c.req.param('signed'), session.accountId, Date.now())
    const file = fileId && (await openFile(kernel.engine, fileId))
    if (!file) return c.notFound()
    return new Response(file.bytes, {
      headers: { ...headersOfFile(file.name, file.media_type), 'content-length': String(file.size) },
    })
  })
}

function addDownloads(app: Hono, { kernel, secret, modules }: HttpOptions): void {
  const downloads = new Map(
    modules.flatMap((module) => module.downloads ?? []).map((one) => [one.handler.contract.name, one] as const),
  )
  app.get('/downloads/:signed', async (c) => {
    const { headers } = c.req.raw
    const { today } = await kernel.clocks()
    const actor = await kernel.ports.findSession(headers, today)
    const question = actor && readDownloadAddress(secret, c.req.param('signed'), actor.accountId, Date.now())
    const found = question && downloads.get(question.capability)
    if (!found) return c.notFound()
    const { handler, write } = found
    const { address } = c.get('asker')
    const call = { handler, actor, input: question.input, address, headers, answer: new Headers() }
    const file = write((await perform(kernel, call)) as never)
    const alarm = (error: unknown) => kernel.alarm(error, handler.contract.name, c.get('requestId'))
    return new Response(streamOf(file.bytes, alarm), { headers: headersOfFile(file.name, file.mediaType) })
  })
}

/** Bytes as they are made. What goes wrong on the way ends the connection, so that nobody takes half a file for a whole one. */
function streamOf(bytes: MadeFile['bytes'], alarm: (error: unknown) => void): ReadableStream<Uint8Array> {
  const made = bytes[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await made.next()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        alarm(error)
        // The server prints what ends a stream: a sentence of ours, never what was in the error.
        controller.error(new Error('an answer was broken off'))
      }
    },
    async cancel() {
      await made.return?.()
    },
  })
}

function headersOfFile(name: string, mediaType: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeFileName(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  }
}

/** A file name as RFC 8187 wants it: encodeURIComponent lets through signs that end or escape the value. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function addScreens(app: Hono, folder: string): void {
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use('/assets/*', serveStatic({ root: folder, precompressed: true }))
  app.get('*', async (c, next) => {
    const { path } = c.req
    if (path.startsWith('/api/') || path.startsWith('/assets/') || normalize(path).includes(`..${sep}`)) return next()
    // What machines look for beside a page (favicon.ico, robots.txt) is not the page.
    if (/^\/[^/]+\.[a-z]+$/i.test(path)) return next()
    const nonce = randomBytes(18).toString('base64')
    // Read each time: an upgrade may lay new screens under a running product.
    const page = readFileSync(join(folder, 'index.html'), 'utf8')
    return c.html(page.replaceAll('__NONCE__', nonce), 200, {
      'content-security-policy': contentSecurityPolicy(nonce),
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    })
  })
}

/** No 'unsafe-*', nothing from elsewhere. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
