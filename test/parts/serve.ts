import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Answers of the pretended server: by capability name, from the input. */
export type Pretended = Readonly<Record<string, (input: unknown) => { status?: number; body: unknown } | 'dead'>>

/** How it is served. */
export interface ServeOptions {
  readonly port?: number
  /** Told of every call of a capability. */
  readonly onCall?: (name: string, headers: Readonly<Record<string, string | undefined>>) => void
}

/** Serves `dist/web` as the product does: a nonce per answer, the same policy, and pretended capabilities. */
export function serveWeb(
  pretended: Pretended,
  { port = 0, onCall }: ServeOptions = {},
): Promise<{ origin: string; server: Server }> {
  const root = process.env.WEB_FOLDER ?? join(import.meta.dirname, '../../dist/web')
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    if (path === '/healthz') return void response.end('ok')
    if (path.startsWith('/api/')) {
      let text = ''
      request.on('data', (piece: Buffer) => {
        text += piece.toString()
      })
      request.on('end', () => {
        onCall?.(path.slice(5), request.headers as Readonly<Record<string, string | undefined>>)
        const answer = pretended[path.slice(5)]?.(JSON.parse(text || '{}')) ?? { status: 404, body: {} }
        if (answer === 'dead') return void request.socket.destroy()
        response.writeHead(answer.status ?? 200, { 'Content-Type': 'application/json' })
        response.end(JSON.stringify(answer.body))
      })
      return
    }
    const file = normalize(path).replace(/^(\.\.[/\\])+/, '')
    const type = types[extname(file)]
    if (type) {
      try {
        const body = readFileSync(join(root, file))
        response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' })
        return void response.end(body)
      } catch {
        return void response.writeHead(404).end()
      }
    }
    const nonce = randomBytes(16).toString('base64')
    const page = readFileSync(join(root, 'index.html'), 'utf8').replaceAll('__NONCE__', nonce)
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    })
    response.end(page)
  })
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const at = typeof address === 'object' && address ? address.port : port
      resolve({ origin: `http://127.0.0.1:${at}`, server })
    })
  })
}
