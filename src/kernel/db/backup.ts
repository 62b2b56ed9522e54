import { createReadStream, existsSync, openAsBlob, rmSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { PlainDate } from '../contract/dates.ts'
import { type Filled, fill } from './backup/fill.ts'
import { checkImage } from './backup/image.ts'
import { readRows } from './backup/read-rows.ts'
import { BackupRefused, damaged } from './backup/refused.ts'
import { clusterOf, finishSwap, prepareFolder, restoringOf, swap } from './embedded/folder.ts'
import { takeLock } from './embedded/lock.ts'
import { openEmbedded } from './embedded/open.ts'
import { freeBytesAt, minimumFreeBytes } from './embedded/space.ts'
import type { Engine } from './engine.ts'

/** Where a backup is restored to: a data folder that no process has open, or a migrated and unused database. */
export type RestoreTarget = { readonly folder: string } | { readonly engine: Engine }

/** What a restore has done: rows filled, or the name under which the folder's former files are kept (null: there were none). */
export type Restored = { readonly filled: Filled } | { readonly keptAs: string | null }

/**
 * Restores a backup. An image (of the embedded engine) goes into a folder; a file of rows (of PostgreSQL, or `writeRows`) into a
 * database of either engine. Throws BackupRefused with nothing changed when the file is damaged or does not fit the target, and
 * CannotStart when the folder is in use.
 */
export async function restore(file: string, target: RestoreTarget): Promise<Restored> {
  const kind = await kindOf(file)
  if (kind === 'rows' && 'engine' in target) return { filled: await fill(file, target.engine) }
  if (kind === 'image' && 'folder' in target) return { keptAs: await restoreImage(file, target.folder) }
  throw kind === 'rows'
    ? new BackupRefused(
        `Tệp ${file} là bản sao lưu theo dòng: hãy khôi phục vào cơ sở dữ liệu PostgreSQL mới, không phải vào thư mục.`,
        `${file} is a backup of rows: restore it into a new database, not into a folder.`,
      )
    : new BackupRefused(
        `Tệp ${file} là bản sao lưu của cơ sở dữ liệu nhúng: hãy khôi phục vào thư mục dữ liệu, không phải vào PostgreSQL.`,
        `${file} is a backup of the embedded database: restore it into a data folder, not into PostgreSQL.`,
      )
}

/** Reads a backup to its end and throws BackupRefused when it is damaged. */
export async function checkBackup(file: string): Promise<void> {
  if ((await kindOf(file)) === 'rows') await readRows(file)
  else await checkImage(file)
}

async function kindOf(file: string): Promise<'rows' | 'image'> {
  if (!existsSync(file)) throw new BackupRefused(`Không có tệp ${file}.`, `There is no file ${file}.`)
  const unpacked = createGunzip()
  pipeline(createReadStream(file), unpacked).catch(() => {}) // its error also comes out of `unpacked`
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) return chunk[0] === 0x7b ? 'rows' : 'image'
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error))
  }
  throw damaged(file, 'empty')
}

async function restoreImage(file: string, folder: string): Promise<string | null> {
  await checkImage(file)
  prepareFolder(folder)
  const unlock = takeLock(folder)
  try {
    await finishSwap(folder)
    const restoring = restoringOf(folder)
    rmSync(restoring, { recursive: true, force: true })
    const from = await openAsBlob(file, { type: 'application/gzip' })
    const trial = await openEmbedded({ folder: restoring, from }).catch((error) => {
      rmSync(restoring, { recursive: true, force: true })
      const refused = damaged(file, 'PostgreSQL: does not open')
      refused.cause = error
      throw refused
    })
    await trial.close()
    const had = existsSync(clusterOf(folder))
    let number = 1
    while (existsSync(join(folder, `pgdata.before-restore-${number}`))) number++
    const keptAs = `pgdata.before-restore-${number}`
    await swap(folder, keptAs)
    return had ? keptAs : null
  } finally {
    unlock()
  }
}

/** How many daily backups are kept. */
export const keptBackups = 14

const backupName = /^lienchi-(\d{4}-\d\d-\d\d)\.backup(\.part)?$/

/**
 * Which of these file names to delete: all but the 14 newest daily backups up to today, and parts left by a backup cut short on an
 * earlier day. Counted in files, not days, so that a product that stood still loses none; a file dated after today (a clock that was
 * wrong) is kept and pushes out nothing; other names are not ours.
 */
export function whichToDelete(files: readonly string[], today: PlainDate): string[] {
  const dated = files.flatMap((name) => {
    const [, day, part] = backupName.exec(name) ?? []
    return day ? [{ name, day, part: part !== undefined }] : []
  })
  const parts = dated.filter((one) => one.part && one.day < today)
  const past = dated.filter((one) => !one.part && one.day <= today).sort((a, b) => (a.day < b.day ? 1 : -1))
  return [...past.slice(keptBackups), ...parts].map((one) => one.name).sort()
}

/**
 * The nightly job: writes today's backup, reads it again to its end, and only then deletes old ones. Throws BackupRefused, with a
 * sentence, when the disk has no room.
 */
export async function nightlyBackup(
  engine: Engine,
  folder: string,
  today: PlainDate,
): Promise<{ file: string; deleted: string[] }> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await freeBytesAt(folder)) < minimumFreeBytes) {
    throw new BackupRefused(
      `Thư mục sao lưu ${folder} còn dưới 500 MB. Hãy giải phóng dung lượng; hôm nay chưa có bản sao lưu.`,
      `The backup folder ${folder} has less than 500 MB left. Make room; there is no backup of today.`,
    )
  }
  const file = join(folder, `lienchi-${today}.backup`)
  await engine.backup(file)
  await checkBackup(file)
  const deleted = whichToDelete(await readdir(folder), today)
  for (const name of deleted) await rm(join(folder, name), { force: true })
  return { file, deleted }
}
