import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Language } from '#kernel/contract/text.ts'
import { answerJson } from './answer-json.ts'
import { explained } from './explained.ts'
import type { HttpOptions } from './http-options.ts'
import type { Kernel } from './kernel.ts'
import { perform } from './perform.ts'
import type { Session } from './ports.ts'
import { problemOf, refusalOf, type TextsByModule } from './problems.ts'
import { Refusal } from './refusal.ts'
import { addRoutes } from './routes.ts'

/** Largest JSON input of a capability; a file goes by its own route in slices. */
export const maximumInputBytes = 20 * 1024 * 1024

/** What answers before the set-up: the set-up itself, and what its page and the sign-in page ask to know where they are. */
const answersBeforeSetUp: ReadonlySet<string> = new Set(['access.set-up', 'access.set-up-state', 'access.who-am-i'])

/** The HTTP face: `POST /api/<capability>`, and the few routes that are no capability (routes.ts). */
export function httpApp(options: HttpOptions): Hono {
  const { kernel, modules } = options
  const app = new Hono()
  const handlers = new Map(modules.flatMap((module) => module.handlers.map((h) => [h.contract.name, h] as const)))
  const texts: TextsByModule = new Map(modules.map((module) => [module.name, module.texts]))

  // What we call JSON a browser shall not take for anything else.
  app.use(async (c, next) => {
    await next()
    c.res.headers.set('x-content-type-options', 'nosniff')
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
        assertSameOrigin(c)
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
          input: await readJson(c),
          idempotencyKey,
          headers,
          answer,
        })
        for (const cookie of answer.getSetCookie()) c.header('set-cookie', cookie, { append: true })
        c.header('cache-control', 'no-store')
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
  if (refusal.kind === 'failed') kernel?.alarm(error, contract?.name ?? c.req.path)
  const told = problemOf(refusal, languageOf(c.req.raw.headers), texts, contract)
  const problem = { ...told, status: ownStatus[refusal.code] ?? told.status }
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(problem.status === 405 ? { allow: 'POST' } : {}),
    },
  })
}

/** The language a request asks for: our own header, then Accept-Language; Vietnamese otherwise. */
export function languageOf(headers: Headers): Language {
  const asked = headers.get('x-lienchi-language') ?? headers.get('accept-language') ?? ''
  return /^\s*en\b/i.test(asked) ? 'en' : 'vi'
}

async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text()
  if (text === '') return {}
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
    throw new Refusal('invalid', 'no_json_type')
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalid', 'not_json')
  }
}

/** A browser says where a request comes from; another site's is refused (a cookie alone must not act). */
function assertSameOrigin(c: Context): void {
  const site = c.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw new Refusal('forbidden', 'foreign_origin')
  const origin = c.req.header('origin')
  const host = c.req.header('host')
  if (origin && host && !(URL.canParse(origin) && new URL(origin).host === host))
    throw new Refusal('forbidden', 'foreign_origin')
}
