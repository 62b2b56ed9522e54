import { Kysely } from 'kysely'
import { Pool, type PoolClient } from 'pg'
import { writeRows } from '../backup/write-rows.ts'
import { CannotStart } from '../engine.ts'
import type { Tables } from '../schema.gen.ts'
import { parsers } from '../values.ts'
import { postgresDialect, withClient } from './driver.ts'
import type { PostgresEngine } from './engine.ts'

export type { PostgresEngine } from './engine.ts'

/** How a PostgreSQL server is reached. */
export interface PostgresOptions {
  /** postgresql://user:password@host:port/database */
  readonly url: string
  /** Connections at most; 10 unless told. */
  readonly max?: number
}

/** What every session is opened with, so that both engines write the same text for the same value. */
const session = ['timezone=UTC', 'datestyle=ISO', 'intervalstyle=postgres', 'bytea_output=hex', 'extra_float_digits=1']

const types = {
  getTypeParser: (oid: number) => parsers.get(oid) ?? ((text: string) => text),
}

/** Opens a server. Throws CannotStart when it cannot be reached, is older than 18, or does not take our session settings. */
export async function openPostgres({ url, max = 10 }: PostgresOptions): Promise<PostgresEngine> {
  assertAddress(url)
  const pool = makePool(url, max)
  try {
    await checkServer(pool, url)
  } catch (error) {
    await pool.end()
    throw error
  }
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool) })
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= pool.ended ? Promise.resolve() : pool.end()
    return closing
  }
  const engine: PostgresEngine = {
    kind: 'postgres',
    db,
    pool,
    exclusive: (run) => withClient(pool, run),
    script: (text) => withClient(pool, (client) => runScript(client, text)),
    flush: async () => {},
    freeBytes: async () => null,
    backup: (file) => writeRows(engine, file),
    close,
  }
  return engine
}

/** Reads an address as pg does, which lets the server be left out (`postgresql://user@/database?host=/run/postgresql`). */
const readAddress = (url: string) => URL.parse(url.replace('@/', '@localhost/'))

/** What is no address would be taken for the name of a database on this machine. The sentence keeps the password to itself. */
function assertAddress(url: string): void {
  if (/^postgres(ql)?:\/\//.test(url) && readAddress(url)) return
  throw new CannotStart(
    'Địa chỉ PostgreSQL không đúng dạng. DATABASE_URL (và DATABASE_OWNER_URL, nếu có) ghi như sau: postgresql://người_dùng:mật_khẩu@máy_chủ:5432/cơ_sở_dữ_liệu; ký tự đặc biệt trong mật khẩu phải mã hoá kiểu %23.',
    'The PostgreSQL address is not valid. Write DATABASE_URL (and DATABASE_OWNER_URL, if any) as postgresql://user:password@server:5432/database; percent-encode special characters of the password (%23).',
  )
}

function makePool(url: string, max: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    application_name: 'lienchi',
    options: session.map((one) => `-c ${one}`).join(' '),
    types: types as never,
  })
  pool.on('error', () => {}) // an idle connection that breaks is replaced; a busy one tells its caller
  return pool
}

interface Settings {
  readonly version: number
  readonly shown: string
  readonly zone: string
  readonly style: string
}

async function checkServer(pool: Pool, url: string): Promise<void> {
  const { rows } = await pool
    .query<Settings>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
              current_setting('timezone') as zone, current_setting('datestyle') as style`,
    )
    .catch((error) => {
      throw unreachable(url, error)
    })
  const { version, shown, zone, style } = rows[0]!
  if (version < 180_000) {
    throw new CannotStart(
      `Máy chủ PostgreSQL là phiên bản ${shown}; cần phiên bản 18 trở lên.`,
      `The PostgreSQL server is version ${shown}; version 18 or newer is needed.`,
    )
  }
  if (zone !== 'UTC' || !style.startsWith('ISO')) {
    throw new CannotStart(
      'PostgreSQL không nhận thiết lập phiên làm việc (TimeZone=UTC, DateStyle=ISO). Hãy nối thẳng vào máy chủ hoặc cho bộ gom kết nối chuyển tham số "options".',
      'PostgreSQL does not take our session settings (TimeZone=UTC, DateStyle=ISO). Connect to the server itself, or let the pooler pass "options" on.',
    )
  }
}

/** A sentence without the password. */
function unreachable(url: string, error: { code?: string; message?: string }): CannotStart {
  const { hostname, port, pathname, username } = readAddress(url)!
  const server = `${hostname || 'localhost'}:${port || 5432}`
  const database = pathname.slice(1)
  // pg itself says SASL where a password is asked for and none is given.
  if (error.code === '28P01' || error.code === '28000' || error.message?.startsWith('SASL')) {
    return new CannotStart(
      `PostgreSQL tại ${server} từ chối người dùng "${username}": sai mật khẩu hoặc không được phép.`,
      `PostgreSQL at ${server} refuses user "${username}": wrong password, or not allowed.`,
    )
  }
  if (error.code === '3D000') {
    return new CannotStart(
      `Không có cơ sở dữ liệu "${database}" tại ${server}.`,
      `There is no database "${database}" at ${server}.`,
    )
  }
  const why = error.code ?? error.message ?? String(error)
  return new CannotStart(
    `Không nối được tới PostgreSQL tại ${server} (${why}). Hãy kiểm tra máy chủ có chạy và địa chỉ có đúng không.`,
    `PostgreSQL at ${server} cannot be reached (${why}). Check that the server runs and that the address is right.`,
  )
}

async function runScript(client: PoolClient, text: string): Promise<void> {
  await client.query('begin')
  await client.query(text)
  await client.query('commit') // on an error before this the connection is thrown away, and the transaction with it
}
