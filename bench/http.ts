import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import type { Bench, Sent } from './engines.ts'

const run = promisify(execFile)
const child = fileURLToPath(new URL('./load.child.ts', import.meta.url))

/** What a client saw. */
export interface Seen {
  readonly p50: number
  readonly p99: number
  readonly perSecond: number
}

/** Serves the product, and beside it the floor: node:http that sends the same statements bare and writes the rows as JSON. */
export async function serve(
  bench: Bench,
): Promise<{ product: string; floor: string; floorSends: (sent: readonly Sent[]) => void; close(): void }> {
  let sends: readonly Sent[] = []
  const product = createServer(getRequestListener(bench.product.app.fetch))
  const floor = createServer(async (incoming, answer) => {
    for await (const _chunk of incoming) {
    }
    const rows: unknown[] = []
    for (const sent of sends) rows.push(await bench.bare(sent))
    answer.setHeader('content-type', 'application/json')
    answer.end(JSON.stringify(rows))
  })
  const [a, b] = [await listen(product), await listen(floor)]
  return {
    product: a,
    floor: b,
    floorSends: (sent) => {
      sends = sent
    },
    close: () => {
      for (const server of [product, floor]) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

/** Loads one address from a process of its own. */
export async function load(url: string, input: unknown, cookie: string, requests: number): Promise<Seen> {
  const asked = {
    url,
    body: JSON.stringify(input),
    headers: { 'content-type': 'application/json', cookie },
    requests,
    atOnce: 4,
  }
  const { stdout } = await run(process.execPath, [child, JSON.stringify(asked)], { timeout: 120_000, maxBuffer: 1e6 })
  return JSON.parse(stdout) as Seen
}

function listen(server: Server): Promise<string> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as { port: number }).port}`))
  })
}
