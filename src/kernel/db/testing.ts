import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { openEmbedded } from './embedded/open.ts'
import type { Engine } from './engine.ts'
import { openPostgres, type PostgresEngine } from './postgres/open.ts'

/** An engine of its own for a test, empty; `done` closes it and leaves nothing behind. */
export interface TestEngine {
  readonly engine: Engine
  done(): Promise<void>
}

/** The engines a test of the engines runs on: the embedded one in memory, and PostgreSQL when TEST_DATABASE_ADMIN_URL names a server. */
export const testEngines: readonly { readonly kind: Engine['kind']; open(): Promise<TestEngine> }[] = [
  { kind: 'embedded', open: embeddedForTest },
  ...(process.env.TEST_DATABASE_ADMIN_URL ? [{ kind: 'postgres' as const, open: () => postgresForTest() }] : []),
]

let emptyDump: Promise<Blob> | undefined

/** An empty database of the embedded engine, made once in a process: beginning from it is several times faster than from nothing. */
export function emptyDatabase(): Promise<Blob> {
  emptyDump ??= openEmbedded({ folder: null }).then(async (engine) => {
    const dump = await engine.exclusive((pg) => pg.dumpDataDir('none'))
    await engine.close()
    return dump
  })
  return emptyDump
}

async function embeddedForTest(): Promise<TestEngine> {
  const engine = await openEmbedded({ folder: null, from: await emptyDatabase() })
  return { engine, done: () => engine.close() }
}

/** A new database on the test server, dropped when done. `login` opens it as that role, which is given the database. */
export async function postgresForTest(login?: string): Promise<TestEngine & { engine: PostgresEngine }> {
  const adminUrl = process.env.TEST_DATABASE_ADMIN_URL!
  const name = `test_${randomBytes(6).toString('hex')}`
  await admin(adminUrl, `create database ${name} template template0${login ? ` owner ${login}` : ''}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  if (login) url.username = login
  const engine = await openPostgres({ url: url.href })
  return {
    engine,
    async done() {
      await engine.close()
      await admin(adminUrl, `drop database ${name} with (force)`)
    },
  }
}

/** Runs one statement as the server's administrator. */
export async function admin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
