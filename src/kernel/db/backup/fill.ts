import type { Engine } from '../engine.ts'
import { librarySchemas, listMigrations, listSequences, listTables, ownersPlace, type Table } from './catalogue.ts'
import { openGates } from './gates.ts'
import { makeInserter } from './insert.ts'
import { readRows } from './read-rows.ts'
import { BackupRefused } from './refused.ts'
import { type Session, withSession } from './session.ts'

/** What a restore has done. */
export interface Filled {
  readonly tables: number
  readonly rows: number
  /** Tables of a library that were in the file, and in the database not yet made or not ours to fill. */
  readonly skipped: readonly string[]
}

/**
 * Fills a migrated database in which nothing was done yet (its journal is empty) from a rows file, in one transaction: the file is
 * read and checked to its end first, counts are compared before the commit. Throws BackupRefused, with nothing changed, when the file
 * is damaged, the migrations differ, or the database is in use.
 */
export async function fill(file: string, engine: Engine): Promise<Filled> {
  await readRows(file)
  const filled = await withSession(engine, async (session) => {
    await session.query('start transaction')
    try {
      await session.query('set local row_security = off')
      const done = await fillInside(file, session)
      await session.query('commit')
      return done
    } catch (error) {
      await session.query('rollback')
      throw error
    }
  })
  await engine.flush()
  return filled
}

async function fillInside(file: string, session: Session): Promise<Filled> {
  const as = await ownersPlace(session)
  const here = new Map((await listTables(session)).map((table) => [table.name, table]))
  const migrations = await listMigrations(session)
  const inserter = makeInserter(session)
  const skipped: string[] = []
  let filling = new Map<string, Table>()
  let closeGates = async () => {}
  let rows = 0

  const header = await readRows(file, {
    async header(found) {
      if (found.migrations.join() !== migrations.join()) throw otherVersion(file)
      for (const table of found.tables) {
        const twin = here.get(table.name)
        if (twin) filling.set(table.name, { ...table, owner: twin.owner })
        else if (librarySchemas.some((schema) => table.name.startsWith(`${schema}.`))) skipped.push(table.name)
        else throw otherVersion(file)
        if (twin && describe(twin) !== describe(table)) throw otherVersion(file)
      }
      filling = new Map([...filling].sort(([a], [b]) => (a < b ? -1 : 1)))
      const tables = [...filling.values()]
      await refuseUsed(session, as, tables)
      closeGates = await openGates(session, as, tables)
    },
    async begin(name) {
      const table = filling.get(name)
      if (table) await as(table.owner)
      inserter.begin(table ?? null)
    },
    row: (row) => inserter.row(row),
    async end(name, counted) {
      await inserter.end()
      if (!filling.has(name)) return
      const [[stored]] = (await session.query(`select count(*) from only ${name}`)) as [[string]]
      if (Number(stored) !== counted) throw new Error(`${name}: ${counted} rows in the file, ${stored} in the database`)
      rows += counted
    },
  })
  const owners = new Map((await listSequences(session, as)).map((sequence) => [sequence.name, sequence.owner]))
  for (const { name, last, called } of header.sequences) {
    const owner = owners.get(name)
    if (!owner) continue // a library's
    await as(owner)
    await session.query('select setval($1::text::regclass, $2, $3)', [name, last, String(called)])
  }
  await closeGates()
  return { tables: filling.size, rows, skipped }
}

function describe(table: Table): string {
  return table.columns
    .map(({ name, type }) => `${name} ${type}`)
    .sort()
    .join()
}

/** Something was done here when the journal holds an entry; without a journal, when any table holds a row. */
async function refuseUsed(session: Session, as: (owner: string) => Promise<void>, tables: readonly Table[]) {
  const journal = tables.filter((table) => table.name.startsWith('journal.'))
  for (const table of journal.length > 0 ? journal : tables) {
    await as(table.owner)
    const [[used]] = (await session.query(`select exists (select from only ${table.name})`)) as [[string]]
    if (used !== 't') continue
    throw new BackupRefused(
      `Cơ sở dữ liệu đích đã có dữ liệu (${table.name}). Chỉ khôi phục vào cơ sở dữ liệu mới, chưa sử dụng. Không có gì bị thay đổi.`,
      `The target database is in use (${table.name} holds rows). Restore only into a new one. Nothing was changed.`,
    )
  }
}

function otherVersion(file: string): BackupRefused {
  return new BackupRefused(
    `Tệp sao lưu ${file} thuộc phiên bản khác với cơ sở dữ liệu đích. Hãy tạo cơ sở dữ liệu bằng đúng phiên bản đã sao lưu, khôi phục, rồi mới nâng cấp. Không có gì bị thay đổi.`,
    `The backup file ${file} belongs to another version than the target database. Make the database with the version that took the backup, restore, then upgrade. Nothing was changed.`,
  )
}
