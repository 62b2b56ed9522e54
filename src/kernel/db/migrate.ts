import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import { CannotStart, type Engine } from './engine.ts'

/** One forward-only migration file. */
export interface Migration {
  readonly name: string
  readonly checksum: string
  readonly script: string
}

const bootstrapFile = new URL('./bootstrap.sql', import.meta.url)

/** All migrations of the product, of kernel and modules together, in the order of their names (which begin with their time). */
export function listMigrations(folders: readonly string[]): Migration[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((f) => f.endsWith('.sql'))
      .map((f) => join(folder, f)),
  )
  return files
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
    .map((file) => {
      const script = readFileSync(file, 'utf8')
      return { name: basename(file, '.sql'), checksum: createHash('sha256').update(script).digest('hex'), script }
    })
}

/** Which migrations still have to run. Throws `CannotStart` when the database is newer than the product or a file was changed. */
export async function pendingMigrations(engine: Engine, migrations: readonly Migration[]): Promise<Migration[]> {
  const exists = await sql<{ found: boolean }>`select to_regclass('migration.applied') is not null as found`.execute(
    engine.db,
  )
  if (!exists.rows[0]?.found) return [...migrations]
  const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from migration.applied`.execute(
    engine.db,
  )
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
  for (const applied of rows) {
    const checksum = known.get(applied.name)
    if (checksum === undefined) {
      throw new CannotStart(
        `Cơ sở dữ liệu mới hơn phần mềm này (có bước ${applied.name}). Hãy dùng phiên bản phần mềm mới hơn.`,
        `The database is newer than this version of the product (it has step ${applied.name}). Use a newer version.`,
      )
    }
    if (checksum !== applied.checksum) {
      throw new CannotStart(
        `Bước chuyển đổi ${applied.name} đã bị sửa sau khi chạy. Hãy khôi phục tệp gốc.`,
        `Migration ${applied.name} was changed after it had run. Restore the original file.`,
      )
    }
  }
  const applied = new Set(rows.map((row) => row.name))
  return migrations.filter((migration) => !applied.has(migration.name))
}

/**
 * Brings the database to this version: each migration in one transaction, as role lienchi_owner, under an advisory lock so that
 * several processes may start at once. `appLogin` is the login of the running product where it differs from the migrating one.
 */
export async function migrate(engine: Engine, migrations: readonly Migration[], appLogin?: string): Promise<string[]> {
  const pending = await pendingMigrations(engine, migrations)
  if (pending.length === 0 && !appLogin) return []
  await engine.script(`select pg_advisory_xact_lock(7041948);\n${readFileSync(bootstrapFile, 'utf8')}
create schema if not exists migration authorization lienchi_owner;
create table if not exists migration.applied (name text primary key, checksum text not null, applied_at timestamptz not null default clock_timestamp());
alter table migration.applied owner to lienchi_owner;
grant usage on schema migration to lienchi_reader;
grant select on migration.applied to lienchi_reader;
${appLogin ? `grant lienchi_reader, lienchi_writer, lienchi_figures, lienchi_system to ${quoteName(appLogin)};` : ''}`)
  for (const migration of pending) {
    await engine.script(`select pg_advisory_xact_lock(7041948);
set local role lienchi_owner;
${migration.script}
insert into migration.applied (name, checksum) values ('${migration.name}', '${migration.checksum}');`)
  }
  return pending.map((migration) => migration.name)
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
