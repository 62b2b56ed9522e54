import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { contentSecurityPolicy } from '#kernel/server/routes.ts'
import { endWith } from '#src/start/console.ts'
import type { Screens } from '#src/start/listen.ts'
import { run } from '#src/start/run.ts'
import config from '../vite.config.ts'

/**
 * npm run dev: the demo and Vite in one process, on one port. A screen that changes is replaced in the browser; a file that the server
 * has loaded starts the process again (`node --watch`), and the browser reloads when it is back. A new migration, and what lies
 * in data/, is read at a start only.
 */
run('demo', makeScreens).catch(endWith)

const page = fileURLToPath(new URL('../src/index.html', import.meta.url))

/** What the product answers itself; everything else is a screen, or one of Vite's own addresses. */
const ofTheProduct = /^\/(api|files)\/|^\/(healthz|readyz)$/

async function makeScreens(server: Server): Promise<Screens> {
  const vite = await createServer({
    ...config,
    configFile: false, // read by Node: the copy that Vite would make beside it starts us again for ever
    appType: 'custom',
    server: { middlewareMode: { server }, ws: { server } },
  })

  /** The one page, under the policy that real use sends, so that what breaks it breaks here. */
  async function sendPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const html = await vite.transformIndexHtml('/index.html', readFileSync(page, 'utf8'), request.url)
    const nonce = randomBytes(18).toString('base64')
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
    })
    response.end(html.replaceAll('__NONCE__', nonce))
  }

  return {
    answer(request, response, next) {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      if (ofTheProduct.test(pathname)) return next()
      vite.middlewares(request, response, (error?: unknown) => {
        if (error || request.method !== 'GET') return next()
        sendPage(request, response).catch((failed) => {
          vite.ssrFixStacktrace(failed)
          console.error(failed)
          response.writeHead(500).end(String(failed))
        })
      })
    },
    close: () => vite.close(),
  }
}
