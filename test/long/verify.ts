import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { amcheck } from '@electric-sql/pglite/contrib/amcheck'
import { sql } from 'kysely'
import { clusterOf } from '#kernel/db/embedded/folder.ts'
import { openEmbedded } from '#kernel/db/embedded/open.ts'
import type { Acknowledged } from './workload.ts'

/** What must be in the database: everything acknowledged so far, over all rounds. */
export interface Expected {
  readonly rows: Set<number>
  readonly counters: Map<number, number>
}

/** Adds what was acknowledged. */
export function expectMore(expected: Expected, acknowledged: readonly Acknowledged[]): void {
  for (const one of acknowledged) {
    if ('row' in one) expected.rows.add(one.row)
    else expected.counters.set(one.counter, Math.max(one.reached, expected.counters.get(one.counter) ?? 0))
  }
}

/**
 * Opens a folder after a crash and says what is wrong with it, in sentences; empty when nothing is: it opens, everything acknowledged
 * is there, transactions are whole, and every table and index passes PostgreSQL's own examination (amcheck).
 */
export async function wrongs(folder: string, expected: Expected): Promise<{ wrongs: string[]; lastId: number }> {
  const found: string[] = []
  let lastId = 0
  try {
    const newest = newestPage(clusterOf(folder))
    const engine = await openEmbedded({ folder })
    const log = await sql<{ end: string }>`select pg_current_wal_insert_lsn()::text as end`.execute(engine.db)
    if (newest > positionOf(log.rows[0]!.end)) found.push('a page reached the disk before the log that describes it')
    const { rows: tables } = await sql<{ there: string | null }>`select to_regclass('purse') as there`.execute(
      engine.db,
    )
    if (tables[0]!.there === null) {
      if (expected.rows.size + expected.counters.size > 0) found.push('the tables are gone')
    } else {
      const { rows } = await sql<{ id: number }>`select id from written`.execute(engine.db)
      const ids = new Set(rows.map((row) => row.id))
      lastId = Math.max(0, ...ids)
      if (ids.size < rows.length) found.push(`${rows.length - ids.size} rows are there twice`)
      const lost = [...expected.rows].filter((id) => !ids.has(id))
      if (lost.length > 0) found.push(`${lost.length} acknowledged rows are lost, the first ${lost[0]}`)
      const counters = await sql<{ id: number; n: number }>`select id, n from counter`.execute(engine.db)
      for (const { id, n } of counters.rows) {
        const reached = expected.counters.get(id) ?? 0
        if (n < reached) found.push(`counter ${id} stands at ${n}, acknowledged was ${reached}`)
      }
      const coins = await sql<{ all: number }>`select sum(coins)::bigint as all from purse`.execute(engine.db)
      if (coins.rows[0]!.all !== 50_000) found.push(`a transaction is half done: ${coins.rows[0]!.all} coins`)
    }
    await engine.close()
    found.push(...(await examine(folder)))
  } catch (error) {
    found.push(`it does not open or read: ${error instanceof Error ? error.message : String(error)}`)
  }
  return { wrongs: found, lastId }
}

/** The newest position in the log that any page of any table or index names (its first eight bytes). */
function newestPage(cluster: string): bigint {
  let newest = 0n
  if (!existsSync(join(cluster, 'base'))) return newest // cut before there was anything
  for (const file of readdirSync(join(cluster, 'base'), { withFileTypes: true, recursive: true })) {
    if (!file.isFile() || !/^\d+(\.\d+)?$/.test(file.name)) continue
    const bytes = readFileSync(join(file.parentPath, file.name))
    for (let at = 0; at + 8 <= bytes.length; at += 8192) {
      const position = (BigInt(bytes.readUInt32LE(at)) << 32n) | BigInt(bytes.readUInt32LE(at + 4))
      if (position > newest) newest = position
    }
  }
  return newest
}

function positionOf(text: string): bigint {
  const [high, low] = text.split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}

async function examine(folder: string): Promise<string[]> {
  const pg = await PGlite.create(clusterOf(folder), { extensions: { amcheck } })
  await pg.exec('create extension if not exists amcheck')
  const heaps = await pg.query<{ name: string; msg: string }>(`
    select c.oid::regclass::text as name, v.msg from pg_class c, verify_heapam(c.oid::regclass) v
    where c.relkind = 'r' and c.relpersistence = 'p'`)
  const found = heaps.rows.map(({ name, msg }) => `${name}: ${msg}`)
  const indexes = await pg.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_am a on a.oid = c.relam join pg_index i on i.indexrelid = c.oid
    where a.amname = 'btree' and i.indisvalid and c.relpersistence = 'p'`)
  for (const { name } of indexes.rows) {
    await pg
      .query('select bt_index_check($1::text::regclass, true, true)', [name])
      .catch((error) => found.push(`${name}: ${error.message}`))
  }
  await pg.close()
  return found
}
