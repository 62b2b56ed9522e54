import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { CannotStart } from '#kernel/db/engine.ts'
import { saidByEveryAnswer } from '#kernel/server/answer-headers.ts'

/** What answers in front of the product: the screens as they are being written (tools/dev.ts). What is not theirs they hand on. */
export interface Screens {
  answer(request: IncomingMessage, response: ServerResponse, next: () => void): void
  close(): Promise<void>
}

/** Answers a request; `from` is the connection it came by. */
export type Fetch = (request: Request, from: HttpBindings) => Response | Promise<Response>

/** How much of a client is put up with. Times in milliseconds. */
export interface Patience {
  /** From the first byte until the headers are whole. */
  readonly headers: number
  /** From the first byte until the request is whole. */
  readonly request: number
  /** Between two requests of one connection; longer than a proxy keeps its own (60 s), so that it is never answered by a closed door. */
  readonly idle: number
  /** Without a byte either way: longer than the longest deed. */
  readonly silence: number
  /** How often those times are looked at. */
  readonly lookedAtEvery: number
  readonly headerBytes: number
  readonly headerLines: number
  readonly requestsOfOneConnection: number
  readonly connections: number
}

/** What a run puts up with. */
export const usualPatience: Patience = {
  headers: 15_000,
  request: 120_000,
  idle: 65_000,
  silence: 300_000,
  lookedAtEvery: 5_000,
  headerBytes: 16 * 1024,
  headerLines: 100,
  requestsOfOneConnection: 1_000,
  connections: 1_000,
}

/** A server that answers 503 until the product is handed to it. */
export interface Door {
  readonly address: string
  readonly server: Server
  /** Hands over what answers from now on. */
  open(fetch: Fetch, screens?: Screens): void
  close(): Promise<void>
}

/** Takes the port before anything else is done. Throws CannotStart when it is in use or may not be taken. */
export async function listen(host: string, port: number, patience = usualPatience): Promise<Door> {
  let answer: Fetch = whileStarting
  const product = getRequestListener((request, from) => answer(request, from as HttpBindings), {
    errorHandler: noRequest,
  })
  let screens: Screens | undefined
  const server = createServer(limitsOf(patience), (request, response) => {
    if (request.rawHeaders.length > 2 * patience.headerLines) return refuse(response, 431)
    // Two hosts: whoever stands in front may have believed the other.
    if ((request.headersDistinct.host?.length ?? 0) > 1) return refuse(response, 400)
    const next = () => void product(request, response)
    if (screens) screens.answer(request, response, next)
    else next()
  })
  server.timeout = patience.silence
  server.maxRequestsPerSocket = patience.requestsOfOneConnection
  server.maxConnections = patience.connections
  // Node would leave out what is too many without a word, and with it what says where a request comes from: counted above instead.
  server.maxHeadersCount = 0
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

function whileStarting(request: Request): Response {
  const alive = new URL(request.url).pathname === '/healthz'
  return Response.json(alive ? { alive } : { database: false, setUp: false }, {
    status: alive ? 200 : 503,
    headers: saidByEveryAnswer,
  })
}

/** What is no request (a host or an address that is none) reaches no product. */
function noRequest(error: unknown): Response {
  const ours = (error as Error).name !== 'RequestError'
  if (ours) console.error(new Date().toISOString(), 'listen', (error as Error).name)
  return new Response(null, { status: ours ? 500 : 400, headers: saidByEveryAnswer })
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...saidByEveryAnswer, connection: 'close' })
  response.end()
}

function limitsOf(patience: Patience) {
  return {
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.idle,
    connectionsCheckingInterval: patience.lookedAtEvery,
    maxHeaderSize: patience.headerBytes,
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
