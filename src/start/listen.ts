import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { CannotStart } from '#kernel/db/engine.ts'

/** What answers in front of the product: the screens as they are being written (tools/dev.ts). What is not theirs they hand on. */
export interface Screens {
  answer(request: IncomingMessage, response: ServerResponse, next: () => void): void
  close(): Promise<void>
}

/** A server that answers 503 until the product is handed to it. */
export interface Door {
  readonly address: string
  readonly server: Server
  /** Hands over what answers from now on. */
  open(fetch: (request: Request) => Response | Promise<Response>, screens?: Screens): void
  close(): Promise<void>
}

/** Takes the port before anything else is done. Throws CannotStart when it is in use or may not be taken. */
export async function listen(host: string, port: number): Promise<Door> {
  let answer: (request: Request) => Response | Promise<Response> = (request) =>
    new URL(request.url).pathname === '/healthz'
      ? Response.json({ alive: true })
      : Response.json({ database: false, setUp: false }, { status: 503 })
  const product = getRequestListener((request) => answer(request))
  let screens: Screens | undefined
  const server = createServer((request, response) => {
    const next = () => void product(request, response)
    if (screens) screens.answer(request, response, next)
    else next()
  })
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(asSentence(error, host, port)))
    server.listen(port, host, () => done())
  })
  const { port: taken } = server.address() as { port: number }
  return {
    address: `http://${host}:${taken}`,
    server,
    open: (fetch, inFront) => {
      answer = fetch
      screens = inFront
    },
    close: async () => {
      await screens?.close()
      await closeServer(server)
    },
  }
}

function asSentence(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new CannotStart(
      `Cổng ${port} đang được chương trình khác dùng. Hãy đặt PORT sang số khác.`,
      `Port ${port} is in use by another program. Set PORT to another number.`,
    )
  }
  return new CannotStart(
    `Không mở được ${host}:${port} (${error.code}).`,
    `Cannot listen on ${host}:${port} (${error.code}).`,
  )
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 2000).unref()
  })
}
