import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The product in a process of its own, as a person starts it. */
export interface ProductProcess {
  readonly address: string
  /** From the start of the process until `/readyz` answers 200, in milliseconds. */
  readonly readyAfter: number
  /** Memory of the process now, in MB (Linux; NaN elsewhere). */
  memory(): number
  stop(): Promise<void>
}

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** Starts `node src/main.ts <mode>` on a free port. */
export async function startProduct(mode: 'start' | 'demo', environment: NodeJS.ProcessEnv): Promise<ProductProcess> {
  const began = performance.now()
  const child = spawn(process.execPath, [main, mode], {
    env: { ...process.env, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await addressOf(child)
  while (!(await isReady(address))) await new Promise((later) => setTimeout(later, 20))
  return {
    address,
    readyAfter: performance.now() - began,
    memory: () => residentOf(child.pid!),
    stop: async () => {
      child.kill('SIGINT')
      await once(child, 'exit')
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
        if (address) found(address[0])
      })
    }
    child.once('exit', () => failed(new Error(`the product ended:\n${said}`)))
  })
}

const isReady = (address: string) =>
  fetch(`${address}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )

function residentOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1]) / 1024
}
