import type { PGlite, Results } from '@electric-sql/pglite'
import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { assertNoOpenWork } from '../open-work.ts'
import { toParameter } from '../values.ts'
import type { Queue } from './queue.ts'

/** What the driver needs of the engine around it. */
export interface Around {
  readonly pg: PGlite
  readonly queue: Queue
  /** Called after the connection is handed on and before the caller hears of it. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Kysely on the one connection of the embedded engine: one holder at a time, in the order of asking. */
export function embeddedDialect(around: Around): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => makeDriver(around),
  }
}

/** Ends a turn: a transaction left open is rolled back, the next one goes on, and what was committed reaches the disk. */
export async function endTurn({ pg, queue, settled }: Around, leave: () => void): Promise<void> {
  try {
    if (!pg.closed && pg.isInTransaction()) {
      await pg.query('rollback')
      throw new Error('a connection came back with its transaction open: it is rolled back')
    }
  } catch (error) {
    if (pg.closed) queue.close(new Error('the database is closed'))
    throw error
  } finally {
    leave()
  }
  await settled()
}

function makeDriver(around: Around): Driver {
  const { pg, queue } = around
  const turns = new WeakMap<DatabaseConnection, () => void>()

  function makeConnection(): DatabaseConnection {
    const connection: DatabaseConnection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        if (!turns.has(connection)) throw new Error('a connection was used after it was given back')
        return resultOf<R>(await pg.query<R>(query.sql, query.parameters.map(toParameter)))
      },
      // biome-ignore lint/correctness/useYield: there is nothing to stream on this engine
      async *streamQuery() {
        throw new Error('the embedded engine does not stream: read in slices by key')
      },
    }
    return connection
  }

  async function run(connection: DatabaseConnection, text: string): Promise<string | undefined> {
    const { rows } = await connection.executeQuery<{ command: string }>(CompiledQuery.raw(text))
    return rows[0]?.command
  }

  async function savepoint(connection: DatabaseConnection, verb: string, name: string): Promise<void> {
    await run(connection, `${verb} "${name.replaceAll('"', '""')}"`)
  }

  return {
    async init() {},
    async acquireConnection() {
      assertNoOpenWork()
      const leave = await queue.enter()
      const connection = makeConnection()
      turns.set(connection, leave)
      return connection
    },
    async releaseConnection(connection) {
      const leave = turns.get(connection)
      turns.delete(connection)
      if (leave) await endTurn(around, leave)
    },
    async beginTransaction(connection, settings) {
      await run(connection, beginText(settings))
    },
    async commitTransaction(connection) {
      if ((await run(connection, 'commit')) === 'ROLLBACK') throw new AbortedTransactionError()
    },
    async rollbackTransaction(connection) {
      await run(connection, 'rollback')
    },
    savepoint: (connection, name) => savepoint(connection, 'savepoint', name),
    rollbackToSavepoint: (connection, name) => savepoint(connection, 'rollback to', name),
    releaseSavepoint: (connection, name) => savepoint(connection, 'release', name),
    destroy: () => around.close(),
  }
}

function beginText({ isolationLevel, accessMode }: TransactionSettings): string {
  const level = isolationLevel ? ` isolation level ${isolationLevel}` : ''
  return `start transaction${level}${accessMode ? ` ${accessMode}` : ''}`
}

/** The same answer pg's driver gives: rows, a count only where rows were changed, and the command where a transaction ended. */
function resultOf<R>({ command, rows, affectedRows }: Results<R>): QueryResult<R> {
  if (command === 'COMMIT' || command === 'ROLLBACK') return { rows: [{ command } as R] }
  const changes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
  return changes ? { rows, numAffectedRows: BigInt(affectedRows ?? 0) } : { rows }
}
