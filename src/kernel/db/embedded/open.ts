import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { Kysely } from 'kysely'
import { writeImage } from '../backup/image.ts'
import { CannotStart, type Engine } from '../engine.ts'
import { assertNoOpenWork } from '../open-work.ts'
import type { Tables } from '../schema.gen.ts'
import { parsers } from '../values.ts'
import { type Around, embeddedDialect, endTurn } from './driver.ts'
import { durableFiles } from './files.ts'
import { beginFolder, clusterOf, finishSwap, holdsDatabase, holdsNothing, prepareFolder, syncTree } from './folder.ts'
import { takeLock } from './lock.ts'
import { makeQueue } from './queue.ts'
import { freeBytesAt } from './space.ts'
import { makeWal, type Wal } from './wal.ts'

/** How the embedded engine is opened. */
export interface EmbeddedOptions {
  /** The data folder, made when absent; null keeps everything in memory (tests). */
  readonly folder: string | null
  /** True: a folder that holds no database is refused, and left as it is, instead of being given one. */
  readonly existing?: boolean
  /** A dump (`dumpDataDir`) to begin from, where the folder holds no database yet. */
  readonly from?: Blob | undefined
  /** Called when the disk refuses the log; it must not return (by default the process ends with exit code 1, losing nothing acknowledged). */
  readonly fatal?: ((error: unknown) => void) | undefined
}

/** The embedded engine: PGlite with PostgreSQL's own syncs done, one connection, one process. */
export interface EmbeddedEngine extends Engine {
  readonly kind: 'embedded'
  /** PGlite itself, for the few that need it (job queue); whoever uses it takes a turn by `exclusive`. */
  readonly pg: PGlite
  /** Runs with the one connection held. Refused inside a handler's work. */
  exclusive<T>(run: (pg: PGlite) => Promise<T>): Promise<T>
}

/** "No space left on device", in the numbers of WASI. */
const noSpace = 51

/** Settings that differ from PGlite's own; the same on every start. */
const settings = [
  'random_page_cost=1.1',
  'timezone=UTC',
  'wal_sync_method=fsync', // the only one whose call reaches our file layer
  'min_wal_size=32MB',
  'max_wal_size=64MB',
]

/** Segments of the log (16 MB each) between two checkpoints: PostgreSQL's single-user mode makes none by itself. */
const segmentsPerCheckpoint = 4

/**
 * Opens the embedded engine. Throws CannotStart when the folder cannot be written, is in use by another process, holds files that do
 * not open, or holds no database where one was asked for.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedEngine> {
  if (options.folder === null) return assemble(await start(options, null), null, () => {})
  const { folder, existing = false } = options
  if (existing && holdsNothing(folder)) throw noDatabase(folder)
  prepareFolder(folder)
  const unlock = takeLock(folder)
  try {
    const wal = makeWal(options.fatal ?? endProcess)
    await finishSwap(folder)
    const found = holdsDatabase(folder)
    if (existing && !found) throw noDatabase(folder)
    const finish = found ? () => syncTree(clusterOf(folder)) : await beginFolder(folder)
    const pg = await start(found ? { ...options, from: undefined } : options, wal)
    await finish()
    return assemble(pg, { folder, wal }, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

async function start({ folder, from, fatal = endProcess }: EmbeddedOptions, wal: Wal | null): Promise<PGlite> {
  const durable = folder !== null && wal !== null
  const kept = durable ? PGlite.defaultStartParams.filter((one) => one !== '-F') : PGlite.defaultStartParams
  try {
    const pg = await PGlite.create({
      startParams: [...kept, ...settings.flatMap((one) => ['-c', one])],
      extensions: { btree_gist, pg_trgm, unaccent },
      ...(from ? { loadDataDir: from } : {}),
      ...(durable ? { fs: durableFiles(clusterOf(folder), wal, fatal) } : {}),
    })
    pg.parsers = Object.fromEntries(parsers)
    for (const oid of Object.keys(pg.serializers)) pg.serializers[oid] = (text: string) => text
    return pg
  } catch (error) {
    const refused = new CannotStart(
      `Không mở được cơ sở dữ liệu trong ${folder ?? 'bộ nhớ'}: các tệp đã hỏng hoặc thiếu. Hãy khôi phục từ bản sao lưu gần nhất.`,
      `The database in ${folder ?? 'memory'} does not open: its files are damaged or missing. Restore the latest backup.`,
    )
    refused.cause = error // PGlite's own words say nothing to whoever runs the machine
    throw refused
  }
}

function noDatabase(folder: string): CannotStart {
  return new CannotStart(
    `Thư mục ${folder} không có cơ sở dữ liệu Liên Chi. Hãy kiểm tra LIENCHI_DATA.`,
    `The folder ${folder} holds no database of Liên Chi. Check LIENCHI_DATA.`,
  )
}

function assemble(pg: PGlite, disk: { folder: string; wal: Wal } | null, unlock: () => void): EmbeddedEngine {
  const queue = makeQueue()
  let closing: Promise<void> | undefined
  let checkpointed = disk?.wal.begun() ?? 0
  const flush = async () => disk?.wal.flush()
  const around: Around = { pg, queue, settled, close }
  const db = new Kysely<Tables>({ dialect: embeddedDialect(around) })

  async function exclusive<T>(run: (pg: PGlite) => Promise<T>): Promise<T> {
    assertNoOpenWork()
    const leave = await queue.enter()
    try {
      return await run(pg)
    } finally {
      await endTurn(around, leave)
    }
  }

  async function settled(): Promise<void> {
    if (disk && disk.wal.begun() - checkpointed >= segmentsPerCheckpoint) {
      checkpointed = disk.wal.begun()
      void checkpoint()
    }
    await flush()
  }

  async function checkpoint(): Promise<void> {
    const leave = await queue.enter().catch(() => null)
    if (!leave) return
    // Refused for want of space: the log stays longer, and the next segments ask again.
    await pg
      .exec('checkpoint')
      .catch(() => {})
      .finally(leave)
  }

  function close(): Promise<void> {
    closing ??= shut()
    return closing
  }

  async function shut(): Promise<void> {
    const leave = await queue.enter()
    queue.close(new Error('the database is closed'))
    try {
      await pg.close()
      disk?.wal.close()
    } finally {
      leave()
      unlock()
    }
  }

  return {
    kind: 'embedded',
    db,
    pg,
    exclusive,
    script: (text) => exclusive((one) => runScript(one, text)),
    flush,
    freeBytes: async () => (disk ? freeBytesAt(disk.folder) : null),
    backup: (file) => exclusive((one) => writeImage(one, file)),
    close,
  }
}

async function runScript(pg: PGlite, text: string): Promise<void> {
  await pg.exec('begin')
  try {
    await pg.exec(text)
    await pg.exec('commit')
  } catch (error) {
    await pg.exec('rollback')
    throw error
  }
}

/** PostgreSQL would end here too; PGlite would go on asking itself for ever. Everything acknowledged is on the disk. */
function endProcess(error: unknown): void {
  const { code, errno, message } = error as { code?: string; errno?: number; message?: string }
  const why = code ?? (errno === noSpace ? 'ENOSPC' : (message ?? `errno ${errno}`))
  process.stderr.write(`Đĩa không nhận ghi nhật ký của cơ sở dữ liệu; chương trình dừng. (${why})\n`)
  process.stderr.write(`The disk refuses the database's log; the program ends. (${why})\n`)
  process.exit(1)
}
