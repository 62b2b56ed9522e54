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
  /** Seconds between two seals of the journal. */
  readonly sealEvery: number
  /** The file outside the database to which seals are added. */
  readonly sealFile: string
  /** Whose word about the asker is believed. */
  readonly proxies: TrustedProxies
}

/**
 * Reads PORT, HOST, LIENCHI_DATA, DATABASE_URL, DATABASE_OWNER_URL, LIENCHI_URL, LIENCHI_SEAL_EVERY, LIENCHI_SEAL_FILE,
 * LIENCHI_TRUSTED_PROXIES.
 */
export function readEnvironment(mode: Mode): Environment {
  const { env } = process
  const port = Number(env.PORT ?? 8420)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new CannotStart(
      `PORT phải là một số cổng, không phải "${env.PORT}".`,
      `PORT must be a port number, not "${env.PORT}".`,
    )
  }
  const sealEvery = Number(env.LIENCHI_SEAL_EVERY || 30)
  if (!Number.isInteger(sealEvery) || sealEvery < 1 || sealEvery > 60) {
    throw new CannotStart(
      `LIENCHI_SEAL_EVERY là số giây giữa hai lần niêm phong nhật ký, từ 1 đến 60, không phải "${env.LIENCHI_SEAL_EVERY}".`,
      `LIENCHI_SEAL_EVERY is the number of seconds between two seals of the journal, from 1 to 60, not "${env.LIENCHI_SEAL_EVERY}".`,
    )
  }
  const host = env.HOST ?? '127.0.0.1'
  const dataFolder = resolve(env.LIENCHI_DATA || (mode === 'demo' ? '.demo' : '.data'))
  return {
    port,
    host,
    dataFolder,
    databaseUrl: mode === 'demo' ? undefined : env.DATABASE_URL || undefined,
    ownerUrl: env.DATABASE_OWNER_URL || undefined,
    baseUrl: env.LIENCHI_URL || `http://${host}:${port}`,
    sealEvery,
    sealFile: env.LIENCHI_SEAL_FILE ? resolve(env.LIENCHI_SEAL_FILE) : join(dataFolder, 'seals.jsonl'),
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
  return readOrMake(dataFolder, 'session-secret')
}

/**
 * The keys of the journal's seals, never in the database: LIENCHI_SEAL_KEY, then the lines of LIENCHI_SEAL_KEY_FILE, or of the file
 * `seal-key` beside the data. The first signs, the others are former ones that still verify. A running product makes the file where
 * there is no key (`make`).
 */
export function readSealKeys(dataFolder: string, make: boolean): string[] {
  const { LIENCHI_SEAL_KEY: given, LIENCHI_SEAL_KEY_FILE: named } = process.env
  const lines = linesOf(named || join(dataFolder, 'seal-key'))
  if (named && !lines?.length) {
    throw new CannotStart(
      `LIENCHI_SEAL_KEY_FILE: không đọc được khoá niêm phong trong tệp ${named}.`,
      `LIENCHI_SEAL_KEY_FILE: no seal key can be read from ${named}.`,
    )
  }
  const keys = [...(given ? [given] : []), ...(lines ?? [])]
  return keys.length === 0 && make ? [readOrMake(dataFolder, 'seal-key')] : keys
}

function linesOf(file: string): string[] | null {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new CannotStart(`Không đọc được tệp ${file}.`, `The file ${file} cannot be read.`)
  }
}

/** A secret in a file of its own beside the data, for the owner's eyes only; made where it is not there. */
function readOrMake(dataFolder: string, name: string): string {
  const file = join(dataFolder, name)
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
