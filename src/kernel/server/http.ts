import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Language } from '#kernel/contract/text.ts'
import { answerHeaders } from './answer-headers.ts'
import { answerJson } from './answer-json.ts'
import { explained } from './explained.ts'
import type { HttpOptions } from './http-options.ts'
import type { Kernel } from './kernel.ts'
import { perform } from './perform.ts'
import type { Session } from './ports.ts'
import { problemOf, refusalOf, type TextsByModule } from './problems.ts'
import { readJson } from './read-json.ts'
import { Refusal } from './refusal.ts'
import { addRoutes } from './routes.ts'
import { readProxies, whoAsks } from './who-asks.ts'

/** Largest JSON input of a capability; a file goes by its own route in slices. */
export const maximumInputBytes = 20 * 1024 * 1024

/** No proxy is believed unless one was named. */
const nobody = readProxies('')!

/** What answers before the set-up: the set-up itself, and what its page and the sign-in page ask to know where they are. */
const answersBeforeSetUp: ReadonlySet<string> = new Set(['access.set-up', 'access.set-up-state', 'access.who-am-i'])

/** The HTTP face: `POST /api/<capability>`, and the few routes that are no capability (routes.ts). */
export function httpApp(options: HttpOptions): Hono {
  const { kernel, modules } = options
  const app = new Hono()
  const handlers = new Map(modules.flatMap((module) => module.handlers.map((h) => [h.contract.name, h] as const)))
  const texts: TextsByModule = new Map(modules.map((module) => [module.name, module.texts]))

  const proxies = options.proxies ?? nobody
  app.use(answerHeaders(options.secure ?? false))
  app.use(async (c, next) => {
    const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
    c.set('asker', whoAsks(incoming?.socket.remoteAddress, c.req.raw.headers, proxies))
    await next()
  })
  addRoutes(app, options, texts)

  app.post(
    '/api/:capability',
    bodyLimit({
      maxSize: maximumInputBytes,
      onError: (c) => answerProblem(c, new Refusal('invalid', 'too_large'), texts),
    }),
    async (c) => {
      const handler = handlers.get(c.req.param('capability'))
      let actor: Session | null = null
      try {
        if (!handler) throw new Refusal('missing', 'no_capability')
        assertSameOrigin(c, options.secure ?? false)
        const setUp = await kernel.ports.isSetUp()
        if (!setUp && !answersBeforeSetUp.has(handler.contract.name)) throw new Refusal('busy', 'not_set_up')
        const headers = c.req.raw.headers
        const clocks = await kernel.clocks()
        actor = setUp ? await kernel.ports.findSession(headers, clocks.today) : null
        const answer = new Headers()
        const idempotencyKey = headers.get('idempotency-key') ?? undefined
        const output = await perform(kernel, {
          handler,
          actor,
          input: await inputOf(c),
          idempotencyKey,
          address: c.get('asker').address,
          headers,
          answer,
        })
        for (const cookie of answer.getSetCookie()) c.header('set-cookie', cookie, { append: true })
        return await answerJson(c, output)
      } catch (error) {
        return answerProblem(c, await explained(kernel, actor, error), texts, handler?.contract, kernel)
      }
    },
  )
  app.all('/api/:capability', (c) => {
    const known = handlers.has(c.req.param('capability'))
    return answerProblem(c, new Refusal('missing', known ? 'only_post' : 'no_capability'), texts)
  })
  app.notFound((c) => answerProblem(c, new Refusal('missing', 'not_found'), texts))
  app.onError((error, c) => answerProblem(c, error, texts, undefined, kernel))
  return app
}

/** What HTTP has a status of its own for, more exact than that of its kind. */
const ownStatus: Readonly<Record<string, number>> = { only_post: 405, no_json_type: 415 }

/** Answers any error as a problem in the language asked for; raises the alarm for what is our own fault. */
export function answerProblem(
  c: Context,
  error: unknown,
  texts: TextsByModule,
  contract?: Parameters<typeof problemOf>[3],
  kernel?: Kernel,
): Response {
  const refusal = refusalOf(error)
  if (refusal.kind === 'failed') kernel?.alarm(error, contract?.name ?? 'http', c.get('requestId'))
  const told = problemOf(refusal, languageOf(c.req.raw.headers), texts, contract)
  const problem = {
    ...told,
    status: ownStatus[refusal.code] ?? told.status,
    ...(refusal.kind === 'failed' ? { requestId: c.get('requestId') } : {}),
  }
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(problem.status === 405 ? { allow: 'POST' } : {}),
    },
  })
}

/** The language a request asks for: our own header, then Accept-Language; Vietnamese otherwise. */
export function languageOf(headers: Headers): Language {
  const asked = headers.get('x-lienchi-language') ?? headers.get('accept-language') ?? ''
  return /^\s*en\b/i.test(asked) ? 'en' : 'vi'
}

async function inputOf(c: Context): Promise<unknown> {
  const body = await c.req.arrayBuffer().catch(() => {
    // Whoever sent it went away in the midst of it.
    throw new Refusal('invalid', 'not_json')
  })
  if (body.byteLength === 0) return {}
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
    throw new Refusal('invalid', 'no_json_type')
  return readJson(body)
}

/** A browser says where a request comes from; another site's is refused (a cookie alone must not act). */
function assertSameOrigin(c: Context, secure: boolean): void {
  const site = c.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw new Refusal('forbidden', 'foreign_origin')
  const origin = c.req.header('origin')
  const host = c.req.header('host')
  if (!origin) return
  const from = URL.canParse(origin) ? new URL(origin) : null
  if (from?.host !== host) throw new Refusal('forbidden', 'foreign_origin')
  // The same name without TLS is another site: anybody on the way may have written its page.
  if ((secure || c.get('asker').secure) && from?.protocol !== 'https:') throw new Refusal('forbidden', 'foreign_origin')
}
