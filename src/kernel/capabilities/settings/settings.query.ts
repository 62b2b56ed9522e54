import { sql } from 'kysely'
import type { Instant } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import { settings } from './settings.contract.ts'

/** What of the settings lies outside the database. */
export interface Surroundings {
  readonly version: string
  readonly engine: 'embedded' | 'postgres'
  freeBytes(): Promise<number | null>
  listBackups(): { file: string; bytes: number; madeAt: Instant }[]
}

export default (around: Surroundings) =>
  handle(settings, async ({ tx, today }) => {
    const version = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(tx)
    const applied = await sql<{
      name: string
      applied_at: Instant
    }>`select name, applied_at from migration.applied order by name`.execute(tx)
    const setting = await tx.selectFrom('kernel.setting').select('value').where('key', '=', 'clock').executeTakeFirst()
    const clock = (setting?.value ?? {}) as { zone?: string; demo?: boolean }
    return {
      version: around.version,
      engine: around.engine,
      databaseVersion: version.rows[0]!.version,
      zone: clock.zone ?? 'Asia/Ho_Chi_Minh',
      today,
      demo: clock.demo === true,
      migrations: applied.rows.map((row) => ({ name: row.name, appliedAt: row.applied_at })),
      freeBytes: await around.freeBytes(),
      backups: around.listBackups(),
    }
  })
