import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type EmbeddedEngine, openEmbedded } from '#kernel/db/embedded/open.ts'
import type { Engine } from '#kernel/db/engine.ts'
import { migrationFolders } from '#kernel/db/folders.ts'
import { listMigrations, migrate, pendingMigrations } from '#kernel/db/migrate.ts'
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
  if (!ownerUrl) {
    await migrate(engine, migrations)
    return engine
  }
  const owner = await openPostgres({ url: ownerUrl, max: 1 })
  try {
    await migrate(owner, migrations, new URL(databaseUrl).username)
  } finally {
    await owner.close()
  }
  return engine
}

/** Before a migration changes an embedded database that is already in use, a whole copy of it is kept beside it. */
async function keepCopyBefore(
  engine: Engine,
  dataFolder: string,
  migrations: ReturnType<typeof listMigrations>,
): Promise<void> {
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
