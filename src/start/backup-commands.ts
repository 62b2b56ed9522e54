import { resolve } from 'node:path'
import { BackupRefused } from '#kernel/db/backup/refused.ts'
import { writeRows } from '#kernel/db/backup/write-rows.ts'
import { restore } from '#kernel/db/backup.ts'
import { openEmbedded } from '#kernel/db/embedded/open.ts'
import { CannotStart } from '#kernel/db/engine.ts'
import { openPostgres } from '#kernel/db/postgres/open.ts'
import { languageOfConsole, sayOnConsole } from './console.ts'
import { openDatabase } from './database.ts'
import { readEnvironment } from './environment.ts'

const say = (vi: string, en: string) => sayOnConsole(languageOfConsole() === 'vi' ? vi : en)

/** `lienchi backup <file>`: everything into one file. The embedded engine must stand still (its lock says so). */
export async function backUp(file: string, asRows: boolean): Promise<void> {
  const { databaseUrl, ownerUrl, dataFolder } = readEnvironment('start')
  const engine = databaseUrl
    ? await openPostgres({ url: ownerUrl ?? databaseUrl, max: 1 })
    : await openEmbedded({ folder: dataFolder })
  try {
    await (asRows ? writeRows(engine, resolve(file)) : engine.backup(resolve(file)))
    say(`Đã sao lưu vào ${file}.`, `Backed up to ${file}.`)
  } finally {
    await engine.close()
  }
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
    if (error instanceof BackupRefused) throw new CannotStart(error.sentence.vi, error.sentence.en)
    throw error
  }
}
