import type { Pool, PoolClient } from 'pg'
import type { Engine } from '../engine.ts'

/** An engine on a PostgreSQL server of one's own, version 18 or newer. */
export interface PostgresEngine extends Engine {
  readonly kind: 'postgres'
  /** pg's pool, for the few that need it (job queue). Not guarded against an open work: prefer `exclusive`. */
  readonly pool: Pool
  /** Runs with one connection held. Refused inside a handler's work. */
  exclusive<T>(run: (client: PoolClient) => Promise<T>): Promise<T>
}
