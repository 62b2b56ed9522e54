import { createHash } from 'node:crypto'
import { createGzip } from 'node:zlib'
import type { Engine } from '../engine.ts'
import { listMigrations, listSequences, listTables, ownersPlace, type Table } from './catalogue.ts'
import { type Begin, type End, format, type Header, type Trailer } from './format.ts'
import { BackupRefused } from './refused.ts'
import { type Session, withSession } from './session.ts'
import { writeWhole } from './whole-file.ts'

/**
 * Writes every row of every table of ours, as one consistent moment, to a file that either engine can be filled from: gzip'd lines of
 * JSON (see format.ts). Reads in slices; on a PostgreSQL server others go on working meanwhile. Throws BackupRefused where the login may
 * not read every table.
 */
export async function writeRows(engine: Engine, file: string): Promise<void> {
  await withSession(engine, async (session) => {
    await session.query('start transaction isolation level repeatable read read only')
    try {
      await session.query('set local row_security = off') // rather an error than a row left out
      await writeWhole(file, lines(session), createGzip({ level: 6 }))
      await session.query('commit')
    } catch (error) {
      await session.query('rollback')
      throw (error as { code?: string }).code === '42501' ? mayNotRead() : error
    }
  })
}

function mayNotRead(): BackupRefused {
  return new BackupRefused(
    'Người dùng PostgreSQL này không được đọc mọi bảng nên không sao lưu được. Hãy đặt DATABASE_OWNER_URL là người dùng sở hữu cơ sở dữ liệu. Chưa có bản sao lưu nào được ghi.',
    'This PostgreSQL login may not read every table, so it cannot back up. Set DATABASE_OWNER_URL to the login that owns the database. No backup was written.',
  )
}

async function* lines(session: Session): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const line = (content: Header | Begin | End | Trailer | unknown[]) => {
    const text = `${JSON.stringify(content)}\n`
    hash.update(text)
    return text
  }
  const as = await ownersPlace(session)
  const tables = await listTables(session)
  const migrations = await listMigrations(session)
  const sequences = await listSequences(session, as)
  yield line({ lienchi: 'rows', format, taken: new Date().toISOString(), migrations, tables, sequences })
  let all = 0
  for (const table of tables) {
    await as(table.owner)
    yield line({ begin: table.name })
    let rows = 0
    for await (const slice of slices(session, table)) {
      rows += slice.length
      yield slice.map(line).join('')
    }
    yield line({ end: table.name, rows })
    all += rows
  }
  yield `${JSON.stringify({ trailer: true, rows: all, sha256: hash.digest('hex') } satisfies Trailer)}\n`
}

async function* slices(session: Session, table: Table): AsyncGenerator<unknown[][]> {
  const heavy = table.columns.some((column) => column.type === 'bytea')
  const columns = table.columns.map((column) => column.name).join(', ')
  await session.query(`declare backup_rows no scroll cursor for select ${columns} from only ${table.name}`)
  for (;;) {
    const rows = await session.query(`fetch ${heavy ? 16 : 1000} from backup_rows`)
    if (rows.length === 0) break
    yield rows
  }
  await session.query('close backup_rows')
}
