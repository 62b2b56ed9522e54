import type { PGlite } from '@electric-sql/pglite'
import type { PoolClient } from 'pg'
import type { EmbeddedEngine } from '../embedded/open.ts'
import type { Engine } from '../engine.ts'
import type { PostgresEngine } from '../postgres/engine.ts'

/** One value as PostgreSQL writes it. */
export type Text = string | null

/** One connection held for a whole backup or restore: every value goes and comes as PostgreSQL's own text. */
export interface Session {
  /** Rows as lists of text, in the order of the columns. */
  query(text: string, values?: readonly Text[]): Promise<Text[][]>
}

/** Holds one connection of either engine. */
export function withSession<T>(engine: Engine, run: (session: Session) => Promise<T>): Promise<T> {
  return engine.kind === 'embedded'
    ? (engine as EmbeddedEngine).exclusive((pg) => run(embeddedSession(pg)))
    : (engine as PostgresEngine).exclusive((client) => run(postgresSession(client)))
}

const asText = (text: string) => text

function embeddedSession(pg: PGlite): Session {
  const parsers = Object.fromEntries(Object.keys(pg.parsers).map((oid) => [oid, asText]))
  return {
    async query(text, values = []) {
      const { rows } = await pg.query<Text[]>(text, [...values], { rowMode: 'array', parsers })
      return rows
    },
  }
}

function postgresSession(client: PoolClient): Session {
  const types = { getTypeParser: () => asText }
  return {
    async query(text, values = []) {
      const { rows } = await client.query({ text, values: [...values], rowMode: 'array', types: types as never })
      return rows as Text[][]
    },
  }
}
