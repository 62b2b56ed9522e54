import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '#kernel/db/embedded/open.ts'
import { migrationFolders } from '#kernel/db/folders.ts'
import { listMigrations, migrate } from '#kernel/db/migrate.ts'
import { openPostgres } from '#kernel/db/postgres/open.ts'
import { fillDemo } from '#src/demo/fill.ts'
import { assemble, type Product } from '#src/product.ts'
import { startPostgres } from '../tools/postgres/start.ts'

/** A statement as it went over the wire. */
export interface Sent {
  readonly text: string
  readonly values: readonly unknown[]
}

/** The Bloc on one engine, with a bare way to the same database beside the product. */
export interface Bench {
  readonly kind: 'embedded' | 'postgres'
  readonly product: Product
  /** What a product in a process of its own is told, so that it stands on this database; nothing for the embedded one: it is locked. */
  readonly environment: NodeJS.ProcessEnv
  /** Sends a statement without the kernel, rows parsed; the same connection settings, no row-level security. */
  bare(sent: Sent): Promise<readonly unknown[]>
  /** Runs statements in one transaction as the owner and rolls it back. */
  bareWork(statements: readonly string[]): Promise<void>
  /** The statements that a deed sends, as sent. */
  capture(run: () => Promise<unknown>): Promise<Sent[]>
  close(): Promise<void>
}

const options = { secret: 'a secret for the bench only, long enough', baseUrl: 'http://lienchi.bench', webFolder: null }

/** The embedded engine in a folder of its own, with all its flushing. */
export async function benchEmbedded(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'lienchi-bench-'))
  const engine = await openEmbedded({ folder })
  await migrate(engine, listMigrations(migrationFolders()))
  const product = assemble({ engine, ...options })
  await fillDemo(product)
  const send = engine.pg.query.bind(engine.pg)
  return {
    kind: 'embedded',
    product,
    environment: {},
    bare: async ({ text, values }) => (await send(text, [...values])).rows,
    bareWork: (statements) =>
      engine.exclusive(async (pg) => {
        await pg.exec(`begin;\n${statements.join(';\n')}`)
        await pg.exec('rollback')
      }),
    capture: async (run) => {
      const sent: Sent[] = []
      engine.pg.query = ((text: string, values: unknown[] = [], ...rest: never[]) => {
        sent.push({ text, values })
        return send(text, values, ...rest)
      }) as typeof engine.pg.query
      await run()
      engine.pg.query = send
      return sent
    },
    close: async () => {
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A PostgreSQL 18 that this run starts and stops; the product's login owns nothing, so row-level security binds it. */
export async function benchPostgres(): Promise<Bench> {
  const server = await startPostgres()
  const admin = await openPostgres({ url: server.adminUrl, max: 1 })
  await admin.exclusive(async (client) => {
    await client.query('create database bloc')
    await client.query('create role lienchi_app login')
  })
  await admin.close()
  const url = new URL(server.adminUrl)
  url.pathname = '/bloc'
  const ownerUrl = url.href
  const owner = await openPostgres({ url: ownerUrl, max: 1 })
  await migrate(owner, listMigrations(migrationFolders()), 'lienchi_app')
  url.username = 'lienchi_app'
  const engine = await openPostgres({ url: url.href, max: 8 })
  const product = assemble({ engine, ...options })
  await fillDemo(product, owner)
  return {
    kind: 'postgres',
    product,
    environment: { DATABASE_URL: url.href, DATABASE_OWNER_URL: ownerUrl },
    bare: async ({ text, values }) => owner.exclusive(async (client) => (await client.query(text, [...values])).rows),
    bareWork: (statements) =>
      owner.exclusive(async (client) => {
        await client.query(`begin;\n${statements.join(';\n')}`)
        await client.query('rollback')
      }),
    capture: async (run) => {
      const sent: Sent[] = []
      const { default: pg } = await import('pg')
      const send = pg.Client.prototype.query
      pg.Client.prototype.query = function (this: unknown, ...args: never[]) {
        const [text, values] = args as unknown as [string | { text: string; values?: unknown[] }, unknown[]?]
        if (typeof text === 'string') sent.push({ text, values: values ?? [] })
        else if (text?.text) sent.push({ text: text.text, values: text.values ?? [] })
        return Reflect.apply(send, this, args)
      } as typeof send
      await run()
      pg.Client.prototype.query = send
      return sent
    },
    close: async () => {
      await engine.close()
      await owner.close()
      await server.stop()
    },
  }
}
