import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { type EmbeddedEngine, openEmbedded } from './embedded/open.ts'
import { CannotStart } from './engine.ts'
import { migrationFolders } from './folders.ts'
import { listMigrations, type Migration, migrate, pendingMigrations } from './migrate.ts'

const step = (name: string, script: string): Migration => ({ name, checksum: `of ${name}`, script })
const first = step('20260101T0000_first', 'create schema first; create table first.thing (id int primary key);')
const second = step('20260102T0000_second', 'alter table first.thing add column name text;')

describe('migrations go forward only', () => {
  const opened: EmbeddedEngine[] = []
  const open = async () => {
    const engine = await openEmbedded({ folder: null })
    opened.push(engine)
    return engine
  }
  afterAll(async () => {
    for (const engine of opened) await engine.close()
  })

  it('run once each, in the order of their names, as the owner; the next start finds nothing to do', async () => {
    const engine = await open()
    expect(await migrate(engine, [first])).toEqual([first.name])
    expect(await migrate(engine, [first, second])).toEqual([second.name])
    expect(await migrate(engine, [first, second])).toEqual([])
    const owner = await sql<{
      owner: string
    }>`select tableowner as owner from pg_tables where schemaname = 'first'`.execute(engine.db)
    expect(owner.rows).toEqual([{ owner: 'lienchi_owner' }])
  })

  it('a step that fails leaves nothing of itself, and the steps before it stand', async () => {
    const engine = await open()
    const broken = step('20260103T0000_broken', 'create table first.half (id int); select 1/0;')
    await expect(migrate(engine, [first, broken])).rejects.toThrow(/division by zero/)
    const half = await sql<{ found: boolean }>`select to_regclass('first.half') is not null as found`.execute(engine.db)
    expect(half.rows).toEqual([{ found: false }])
    expect((await pendingMigrations(engine, [first, broken])).map(({ name }) => name)).toEqual([broken.name])
  })

  it('a newer database is refused with a sentence, and so is a step changed after it ran', async () => {
    const engine = await open()
    await migrate(engine, [first, second])
    await expect(migrate(engine, [first])).rejects.toThrow(CannotStart)
    await expect(migrate(engine, [first])).rejects.toThrow(/newer than this version/)
    await expect(migrate(engine, [first, { ...second, checksum: 'another' }])).rejects.toThrow(
      /was changed after it had run/,
    )
  })

  it('the files of kernel and modules are listed together by their time', () => {
    const names = listMigrations(migrationFolders()).map(({ name }) => name)
    expect(names).toEqual([...names].sort())
    expect(names.length).toBeGreaterThanOrEqual(3)
    expect(new Set(names).size).toBe(names.length)
  })
})
