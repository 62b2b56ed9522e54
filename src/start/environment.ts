import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CannotStart } from '#kernel/db/engine.ts'
import { readProxies, type TrustedProxies } from '#kernel/server/who-asks.ts'

/** The two ways to run. */
export type Mode = 'start' | 'demo'

/** What the environment says of this run. */
export interface Environment {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** postgresql://… of the running product; absent: the embedded engine. */
  readonly databaseUrl: string | undefined
  /** The login that migrates, where it differs. */
  readonly ownerUrl: string | undefined
  readonly baseUrl: string
  readonly sealKey: string | undefined
  /** Whose word about the asker is believed. */
  readonly proxies: TrustedProxies
}

/** Reads PORT, HOST, LIENCHI_DATA, DATABASE_URL, DATABASE_OWNER_URL, LIENCHI_URL, LIENCHI_SEAL_KEY, LIENCHI_TRUSTED_PROXIES. */
export function readEnvironment(mode: Mode): Environment {
  const { env } = process
  const port = Number(env.PORT ?? 8420)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new CannotStart(
      `PORT phải là một số cổng, không phải "${env.PORT}".`,
      `PORT must be a port number, not "${env.PORT}".`,
    )
  }
  const host = env.HOST ?? '127.0.0.1'
  return {
    port,
    host,
    dataFolder: resolve(env.LIENCHI_DATA || (mode === 'demo' ? '.demo' : '.data')),
    databaseUrl: mode === 'demo' ? undefined : env.DATABASE_URL || undefined,
    ownerUrl: env.DATABASE_OWNER_URL || undefined,
    baseUrl: env.LIENCHI_URL || `http://${host}:${port}`,
    sealKey: env.LIENCHI_SEAL_KEY || undefined,
    proxies: proxiesOf(env.LIENCHI_TRUSTED_PROXIES ?? ''),
  }
}

function proxiesOf(list: string): TrustedProxies {
  const proxies = readProxies(list)
  if (proxies) return proxies
  throw new CannotStart(
    `LIENCHI_TRUSTED_PROXIES phải là các địa chỉ hoặc dải địa chỉ, cách nhau bằng dấu phẩy (127.0.0.1, 10.0.0.0/8), không phải "${list}".`,
    `LIENCHI_TRUSTED_PROXIES must be addresses or networks between commas (127.0.0.1, 10.0.0.0/8), not "${list}".`,
  )
}

/** The secret that signs session cookies: LIENCHI_SECRET, or a file of its own beside the data, made at the first start. */
export function readSecret(dataFolder: string): string {
  const given = process.env.LIENCHI_SECRET
  if (given) {
    if (given.length < 32)
      throw new CannotStart(
        'LIENCHI_SECRET phải dài ít nhất 32 ký tự.',
        'LIENCHI_SECRET must have at least 32 characters.',
      )
    return given
  }
  const file = join(dataFolder, 'session-secret')
  try {
    if (!existsSync(file)) {
      makeFolder(dataFolder)
      writeFileSync(file, randomBytes(48).toString('base64'), { mode: 0o600, flag: 'wx' })
    }
    return readFileSync(file, 'utf8')
  } catch {
    throw new CannotStart(
      `Không ghi được vào thư mục dữ liệu ${dataFolder}.`,
      `The data folder ${dataFolder} cannot be written.`,
    )
  }
}

/** Makes a folder and those above it one by one: Node's own recursive way never ends where a parent refuses (under /proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  mkdirSync(folder, { mode: 0o700 })
}
