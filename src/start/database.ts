import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type EmbeddedEngine, openEmbedded } from '#kernel/db/embedded/open.ts'
import { CannotStart, type Engine } from '#kernel/db/engine.ts'
import { migrationFolders } from '#kernel/db/folders.ts'
import { listMigrations, type Migration, migrate, pendingMigrations } from '#kernel/db/migrate.ts'
import { openPostgres, type PostgresEngine } from '#kernel/db/postgres/open.ts'
import type { Environment } from './environment.ts'

/** Opens the database of this run and brings it to this version. */
export async function openDatabase(environment: Environment): Promise<EmbeddedEngine | PostgresEngine> {
  const { databaseUrl, ownerUrl, dataFolder } = environment
  const migrations = listMigrations(migrationFolders())
  if (!databaseUrl) {
    const engine = await openEmbedded({ folder: dataFolder })
    await keepCopyBefore(engine, dataFolder, migrations)
    await migrate(engine, migrations)
    return engine
  }
  const engine = await openPostgres({ url: databaseUrl })
  try {
    await migrateServer(engine, ownerUrl, migrations)
    return engine
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** Brings a server's database to this version, as the owner where that is another login than the product's. */
async function migrateServer(engine: Engine, ownerUrl: string | undefined, migrations: Migration[]): Promise<void> {
  const login = await loginOf(engine)
  if (!ownerUrl) {
    await migrate(engine, migrations).catch(inWords(login, false))
    return
  }
  const owner = await openPostgres({ url: ownerUrl, max: 1 })
  try {
    await migrate(owner, migrations, login).catch(inWords(await loginOf(owner), true))
  } finally {
    await owner.close()
  }
}

async function loginOf(engine: Engine): Promise<string> {
  const { rows } = await sql<{ login: string }>`select session_user as login`.execute(engine.db)
  return rows[0]!.login
}

/** Throws on, "permission denied" (42501) as a sentence that says which right the login needs. */
function inWords(login: string, isOwner: boolean) {
  return (error: { code?: string; message?: string }): never => {
    if (error.code !== '42501') throw error
    throw isOwner
      ? new CannotStart(
          `Người dùng PostgreSQL "${login}" (DATABASE_OWNER_URL) không đủ quyền dựng hoặc nâng cấp cơ sở dữ liệu (${error.message}). Hãy dùng người dùng quản trị (superuser), hoặc cấp quyền theo deploy/README.md.`,
          `The PostgreSQL login "${login}" (DATABASE_OWNER_URL) may not build or upgrade the database (${error.message}). Use a superuser, or grant what deploy/README.md names.`,
        )
      : new CannotStart(
          `Người dùng PostgreSQL "${login}" không đủ quyền dựng hoặc nâng cấp cơ sở dữ liệu (${error.message}). Hãy đặt DATABASE_OWNER_URL là người dùng sở hữu cơ sở dữ liệu.`,
          `The PostgreSQL login "${login}" may not build or upgrade the database (${error.message}). Set DATABASE_OWNER_URL to the login that owns the database.`,
        )
  }
}

/** Before a migration changes an embedded database that is already in use, a whole copy of it is kept beside it. */
async function keepCopyBefore(engine: Engine, dataFolder: string, migrations: Migration[]): Promise<void> {
  const pending = await pendingMigrations(engine, migrations)
  if (pending.length === 0 || pending.length === migrations.length) return
  const folder = join(dataFolder, 'before-upgrade')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await engine.backup(join(folder, `before-${pending[0]!.name}.backup`))
}

/** What whoever runs the machine should know of the database. */
export async function warningsOf(engine: Engine): Promise<string[]> {
  const { rows } = await sql<{ superuser: boolean; leakproof: boolean }>`
    select coalesce((select rolsuper from pg_roles where rolname = session_user), false) as superuser,
      (select proleakproof from pg_proc where proname = 'range_contains_elem') as leakproof`.execute(engine.db)
  const found = rows[0]!
  return [
    ...(engine.kind === 'postgres' && found.superuser
      ? ['DATABASE_URL names a superuser: row-level security does not bind it']
      : []),
    ...(found.leakproof ? [] : ['operators are not marked leakproof: searches under reach are slower']),
  ]
}
