import { type Dialect, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { assertNoOpenWork } from '../open-work.ts'
import { toParameter } from '../values.ts'

/** Kysely on a pool of pg, with the guard of the open work, our own parameters, and no connection poisoned for the next one. */
export function postgresDialect(pool: Pool): Dialect {
  const guarded: PostgresPool = {
    async connect() {
      assertNoOpenWork()
      return wrap(await pool.connect())
    },
    end: () => pool.end(),
    options: pool.options,
  }
  return new PostgresDialect({ pool: guarded })
}

/** A connection for one borrowing: dead once it is given back. */
function wrap(client: PoolClient): PostgresPoolClient {
  let held = true
  const wrapped = {
    // Unnamed on purpose: a plan kept under a name goes wrong behind a pooler and after a migration.
    async query(text: string, values: readonly unknown[]) {
      if (!held) throw new Error('a connection was used after it was given back')
      return client.query(text, values.map(toParameter))
    },
    release(discard?: boolean) {
      held = false
      const open = client.getTransactionStatus() !== 'I'
      client.release(discard || open)
      if (open && !discard) throw new Error('a connection came back with its transaction open: it is rolled back')
    },
  }
  return wrapped as unknown as PostgresPoolClient // Kysely's type also names the cursor's call, which we never make
}

/** Runs with one connection of the pool held; after an error the connection is thrown away, whatever it was in the middle of. */
export async function withClient<T>(pool: Pool, run: (client: PoolClient) => Promise<T>): Promise<T> {
  assertNoOpenWork()
  const client = await pool.connect()
  let broken = true
  try {
    const value = await run(client)
    broken = client.getTransactionStatus() !== 'I'
    return value
  } finally {
    client.release(broken)
  }
}
