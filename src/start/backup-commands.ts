import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { sql } from 'kysely'
import { BackupRefused } from '#kernel/db/backup/refused.ts'
import { writeRows } from '#kernel/db/backup/write-rows.ts'
import { restore } from '#kernel/db/backup.ts'
import { openEmbedded } from '#kernel/db/embedded/open.ts'
import { CannotStart, type Engine } from '#kernel/db/engine.ts'
import { openPostgres } from '#kernel/db/postgres/open.ts'
import { languageOfConsole, sayOnConsole } from './console.ts'
import { openDatabase } from './database.ts'
import { readEnvironment } from './environment.ts'

const say = (vi: string, en: string) => sayOnConsole(languageOfConsole() === 'vi' ? vi : en)

/** What `lienchi backup` is told. */
export interface BackUp {
  readonly file: string
  /** Rows that go into either engine, instead of an image. */
  readonly rows: boolean
  /** Over a file that is there already. */
  readonly force: boolean
}

/**
 * `lienchi backup <file>`: everything into one file. The embedded engine must stand still (its lock says so). Throws CannotStart where
 * there is nothing to back up, the file is there already, or it cannot be written.
 */
export async function backUp({ file, rows, force }: BackUp): Promise<void> {
  if (!force && existsSync(file)) {
    throw new CannotStart(
      `Đã có tệp ${file}; không ghi đè. Hãy chọn tên khác, hoặc thêm --force.`,
      `The file ${file} is there already and is not overwritten. Choose another name, or add --force.`,
    )
  }
  const { databaseUrl, ownerUrl, dataFolder } = readEnvironment('start')
  const engine = databaseUrl
    ? await openPostgres({ url: ownerUrl ?? databaseUrl, max: 1 })
    : await openEmbedded({ folder: dataFolder, existing: true })
  try {
    await assertOurs(engine)
    await (rows ? writeRows(engine, resolve(file)) : engine.backup(resolve(file)))
    say(`Đã sao lưu vào ${file}.`, `Backed up to ${file}.`)
  } catch (error) {
    throw asSentence(error, file)
  } finally {
    await engine.close()
  }
}

/** A database in which the product never ran holds nothing to back up: most likely it is the wrong one. */
async function assertOurs(engine: Engine): Promise<void> {
  const { rows } = await sql<{ ours: boolean }>`select to_regclass('migration.applied') is not null as ours`.execute(
    engine.db,
  )
  if (rows[0]?.ours) return
  throw new CannotStart(
    'Cơ sở dữ liệu này chưa từng được Liên Chi sử dụng: không có gì để sao lưu.',
    'Liên Chi never ran on this database: there is nothing to back up.',
  )
}

/** `lienchi restore <file>`: into the data folder (what stood there is kept beside it), or into an empty PostgreSQL database. */
export async function restoreFrom(file: string): Promise<void> {
  const environment = readEnvironment('start')
  try {
    if (!environment.databaseUrl) {
      const restored = await restore(resolve(file), { folder: environment.dataFolder })
      const kept = 'keptAs' in restored ? restored.keptAs : null
      say(
        `Đã khôi phục.${kept ? ` Dữ liệu cũ giữ tại ${kept}.` : ''}`,
        `Restored.${kept ? ` The former data are kept as ${kept}.` : ''}`,
      )
      return
    }
    const url = environment.ownerUrl ?? environment.databaseUrl
    const migrated = await openDatabase(environment)
    await migrated.close()
    const engine = await openPostgres({ url, max: 1 })
    await restore(resolve(file), { engine }).finally(() => engine.close())
    say('Đã khôi phục.', 'Restored.')
  } catch (error) {
    throw asSentence(error, file)
  }
}

/** What a disk answers when it refuses a file. */
const refusalsOfTheDisk = [
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ENAMETOOLONG',
]

/** What keeps a backup from being written or read, as one sentence; any other error as it is. */
function asSentence(error: unknown, file: string): unknown {
  if (error instanceof BackupRefused) return new CannotStart(error.sentence.vi, error.sentence.en)
  const { code } = error as NodeJS.ErrnoException
  if (!code || !refusalsOfTheDisk.includes(code)) return error
  return code === 'ENOENT'
    ? new CannotStart(`Không có thư mục chứa tệp ${file}.`, `The folder of ${file} does not exist.`)
    : new CannotStart(`Không ghi hoặc đọc được tệp ${file} (${code}).`, `${file} cannot be written or read (${code}).`)
}
