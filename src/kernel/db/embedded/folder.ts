import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from '../engine.ts'

/** Where PostgreSQL's own files stand in the data folder. */
export const clusterOf = (folder: string) => join(folder, 'pgdata')

/** Stands in the data folder while the files are first made: what it accompanies is not whole. */
const unfinishedMark = 'unfinished'

/** Makes the folder and its parents. Throws CannotStart when it cannot be made or written. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new CannotStart(
      `Không ghi được vào thư mục dữ liệu ${folder} (${code}). Hãy cấp quyền ghi hoặc chọn thư mục khác.`,
      `The data folder ${folder} cannot be written (${code}). Grant the right to write, or choose another folder.`,
    )
  }
}

/** Where a restore prepares the files that will take the place of the present ones. */
export const restoringOf = (folder: string) => join(folder, 'restoring')

/** Stands in the data folder while restored files take their place; holds the name under which the old ones are kept. */
const swapMark = 'swap'

/** Lets the prepared files take the place of the present ones, which are kept under `keptAs`. Whole even when cut short: see `finishSwap`. */
export async function swap(folder: string, keptAs: string): Promise<void> {
  await syncTree(clusterOf(restoringOf(folder)))
  writeFileSync(join(folder, swapMark), keptAs)
  await syncOne(join(folder, swapMark))
  await syncOne(folder)
  await finishSwap(folder)
}

/** Finishes a swap that was cut short; does nothing when none was begun. The folder's lock must be held. */
export async function finishSwap(folder: string): Promise<void> {
  const mark = join(folder, swapMark)
  if (!existsSync(mark)) return
  const prepared = clusterOf(restoringOf(folder))
  const kept = join(folder, readFileSync(mark, 'utf8'))
  if (existsSync(prepared)) {
    if (existsSync(clusterOf(folder))) renameSync(clusterOf(folder), kept)
    renameSync(prepared, clusterOf(folder))
    await syncOne(folder)
  }
  rmSync(mark)
  rmSync(restoringOf(folder), { recursive: true, force: true })
  await syncOne(folder)
}

/** Whether nothing of a database lies in the folder, not even a begun one or a restored one about to take its place. Changes nothing. */
export function holdsNothing(folder: string): boolean {
  return ![clusterOf(folder), join(folder, unfinishedMark), join(folder, swapMark)].some((path) => existsSync(path))
}

/** Whether the folder holds a whole database. What was begun and never finished (no one ever used it) is cleared away. */
export function holdsDatabase(folder: string): boolean {
  const cluster = clusterOf(folder)
  if (existsSync(join(folder, unfinishedMark))) rmSync(cluster, { recursive: true, force: true })
  rmSync(join(cluster, 'postmaster.pid'), { force: true }) // the lock is ours, so its writer is dead
  return existsSync(join(cluster, 'PG_VERSION'))
}

/** Marks the folder's database as not yet whole; the answer takes the mark away once everything is on the disk. */
export async function beginFolder(folder: string): Promise<() => Promise<void>> {
  const mark = join(folder, unfinishedMark)
  await (await open(mark, 'w')).close()
  await syncOne(folder)
  return async () => {
    await syncTree(clusterOf(folder))
    rmSync(mark)
    await syncOne(folder)
  }
}

/** Brings every file and folder under `root` to the disk. Does not follow links. */
export async function syncTree(root: string): Promise<void> {
  const entries = await readdir(root, { withFileTypes: true, recursive: true })
  const paths = entries.filter((one) => one.isFile() || one.isDirectory()).map((one) => join(one.parentPath, one.name))
  let next = 0
  async function worker(): Promise<void> {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) await syncOne(path)
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  await syncOne(root)
}

/** Brings one file or folder to the disk. A folder that cannot be opened as one (Windows) is left to its system. */
export async function syncOne(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r')
    await handle.sync().finally(() => handle.close())
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return
    if (process.platform === 'win32' && (code === 'EPERM' || code === 'EISDIR' || code === 'EACCES')) return
    throw error
  }
}
