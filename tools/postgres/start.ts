import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Account, asAccount, findAccount } from './account.ts'
import { copyNative, openTmpdir, program } from './binaries.ts'

/** A server that we started; it lives until `stop()`, or until this process ends. */
export interface RunningPostgres {
  /** Superuser, database `postgres`: make databases and roles of your own through it. */
  readonly adminUrl: string
  readonly pid: number
  stop(): Promise<void>
}

export interface PostgresOptions {
  /** `false` switches fsync and synchronous commit off: faster, and a power cut loses everything. Default true. */
  readonly durable?: boolean
  /** Further settings (`max_connections: '200'`), above ours. */
  readonly settings?: Readonly<Record<string, string>>
}

const START_LIMIT_MS = 30_000
const STOP_LIMIT_MS = 15_000
const PORT_TRIES = 5

interface Server {
  readonly folder: string
  /** Absent until it is launched. */
  child?: ChildProcess
}

/** Servers of this process, from the making of the folder until they are stopped. */
const running = new Set<Server>()

/**
 * Starts a PostgreSQL 18 of our own on a free port of 127.0.0.1. Throws with the server's log when it does not start. It stops only the
 * process that it started, by its pid, and removes its folder.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<RunningPostgres> {
  const account = findAccount()
  const server: Server = { folder: mkdtempSync(join(account ? openTmpdir() : tmpdir(), 'lienchi-postgres-')) }
  watch(server)
  try {
    await prepare(server.folder, account)
    for (let attempt = 1; ; attempt++) {
      const port = await freePort()
      server.child = launch(server.folder, account, port, options)
      const failure = await ready(server.child, server.folder, port)
      if (failure === null) return { adminUrl: urlOf(port), pid: server.child.pid!, stop: () => stop(server) }
      await end(server.child)
      if (attempt === PORT_TRIES || !failure.includes('Address already in use')) throw new Error(failure)
    }
  } catch (error) {
    await stop(server)
    throw error
  }
}

/** Binaries, an empty cluster, and a log beside it. */
async function prepare(folder: string, account: Account | null): Promise<void> {
  const native = join(folder, 'native')
  const data = join(folder, 'data')
  await copyNative(native)
  mkdirSync(data, { mode: 0o700 })
  if (account) {
    await chmod(folder, 0o711)
    chownSync(data, account.uid, account.gid)
  }
  const args = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions']
  const locale = ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const [command, line] = asAccount(account, program(native, 'initdb'), [...args, ...locale])
  await promisify(execFile)(command, line, { cwd: folder, env: environment() })
}

function launch(folder: string, account: Account | null, port: number, options: PostgresOptions): ChildProcess {
  const durable = options.durable ?? true
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '100',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    ...options.settings,
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, line] = asAccount(account, program(join(folder, 'native'), 'postgres'), [
    '-D',
    join(folder, 'data'),
    ...args,
  ])
  const log = openSync(logOf(folder), 'w')
  // A group of its own, so that Ctrl-C reaches the tests first and the server only through us.
  const child = spawn(command, line, {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', log, log],
    detached: true,
  })
  child.on('error', () => {})
  closeSync(log)
  return child
}

/** Null when the server answers; otherwise why it does not. */
async function ready(child: ChildProcess, folder: string, port: number): Promise<string | null> {
  const until = Date.now() + START_LIMIT_MS
  let last = ''
  while (Date.now() < until) {
    if (ended(child)) return `PostgreSQL ended while starting:\n${readFileSync(logOf(folder), 'utf8')}`
    const client = new pg.Client({ connectionString: urlOf(port) })
    try {
      await client.connect()
      const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
      if (rows[0]?.folder === join(folder, 'data')) return null
      return `Address already in use: another server answers on port ${port}`
    } catch (error) {
      last = String(error)
    } finally {
      await client.end().catch(() => {})
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return `PostgreSQL did not answer within ${START_LIMIT_MS / 1000} s: ${last}\n${readFileSync(logOf(folder), 'utf8')}`
}

async function stop(server: Server): Promise<void> {
  if (server.child) await end(server.child)
  await rm(server.folder, { recursive: true, force: true, maxRetries: 3 })
  unwatch(server)
}

/** Fast shutdown, and after a while the hard way. */
async function end(child: ChildProcess): Promise<void> {
  if (ended(child)) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGINT')
  const hard = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
  await gone
  clearTimeout(hard)
}

function ended(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function watch(server: Server): void {
  if (running.size === 0) {
    process.on('exit', onExit)
    for (const signal of SIGNALS) process.on(signal, onSignal)
  }
  running.add(server)
}

function unwatch(server: Server): void {
  running.delete(server)
  if (running.size > 0) return
  process.off('exit', onExit)
  for (const signal of SIGNALS) process.off(signal, onSignal)
}

/** The process ends now and can only wait by blocking. An immediate shutdown is fine: the data go with it. */
function onExit(): void {
  for (const { child, folder } of running) {
    if (child && !ended(child)) {
      child.kill('SIGQUIT')
      const lock = join(folder, 'data', 'postmaster.pid')
      for (let turn = 0; turn < 250 && existsSync(lock); turn++)
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

/** Stops the servers, then lets the signal do what it would have done without us. */
async function onSignal(signal: NodeJS.Signals): Promise<void> {
  await Promise.all([...running].map(stop))
  process.kill(process.pid, signal)
}

/** Nothing of our own environment: PGHOST, LC_ALL or TZ of the caller change what the server does. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }) }
}

function urlOf(port: number): string {
  return `postgres://postgres@127.0.0.1:${port}/postgres`
}

function logOf(folder: string): string {
  return join(folder, 'server.log')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
