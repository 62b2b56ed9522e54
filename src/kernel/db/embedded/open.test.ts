import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CannotStart } from '../engine.ts'
import { emptyDatabase } from '../testing.ts'
import { clusterOf } from './folder.ts'
import { takeLock } from './lock.ts'
import { openEmbedded } from './open.ts'
import { freeBytesAt, minimumFreeBytes } from './space.ts'
import { tend } from './tend.ts'

const holder = fileURLToPath(new URL('./holder.child.ts', import.meta.url))

describe('the data folder', () => {
  let folder: string
  let from: Blob // an empty database, so that only the first test waits for one to be made
  const children: ChildProcess[] = []

  beforeAll(async () => {
    from = await emptyDatabase()
  })
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'lienchi-')), 'not', 'yet', 'there')
  })
  afterEach(async () => {
    for (const child of children.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    rmSync(join(folder, '../../..'), { recursive: true, force: true })
  })

  /** Starts another process on the folder and waits for its first line. */
  async function other(): Promise<{ child: ChildProcess; line: string }> {
    const child = spawn(process.execPath, [holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    const [line] = await once(createInterface({ input: child.stdout }), 'line')
    return { child, line }
  }

  it('is made with its parents, and keeps what is written', async () => {
    const first = await openEmbedded({ folder })
    await first.script('create table kept (i int); insert into kept values (1)')
    expect(await first.freeBytes()).toBeGreaterThan(0)
    await first.close()
    const second = await openEmbedded({ folder })
    expect((await sql`select i from kept`.execute(second.db)).rows).toEqual([{ i: 1 }])
    await second.close()
  })

  it('a second process is refused with a sentence that names the first; killed, the first leaves no lock behind', async () => {
    const { child, line } = await other()
    expect(line).toBe('open')
    const refused = await openEmbedded({ folder }).catch((error) => error)
    expect(refused).toBeInstanceOf(CannotStart)
    expect(refused.sentence.en).toContain(`process ${child.pid} `)
    expect(refused.sentence.vi).toContain(`tiến trình ${child.pid} `)
    expect(refused.sentence.vi).toMatch(/\(chạy từ \d\d\/\d\d\/\d{4} \d\d:\d\d\)/)
    const { line: third } = await other()
    expect(third).toContain(`process ${child.pid} `)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const engine = await openEmbedded({ folder })
    expect((await sql`select i from held`.execute(engine.db)).rows).toEqual([{ i: 1 }])
    await engine.close()
  })

  it('the same process cannot open it twice, and a refused opening does not loosen the lock', async () => {
    const engine = await openEmbedded({ folder, from })
    for (let again = 0; again < 2; again++) await expect(openEmbedded({ folder })).rejects.toThrow(CannotStart)
    expect((await other()).line).toContain(`process ${process.pid} `)
    await engine.close()
    await (await openEmbedded({ folder })).close()
  })

  it('what a dead process wrote about itself locks nobody out, even when its number lives again', () => {
    mkdirSync(folder, { recursive: true })
    const recycled = { pid: process.ppid, started: '2020-01-01T00:00:00.000Z' } // a living process, and not the one that wrote it
    writeFileSync(join(folder, 'holder.json'), JSON.stringify(recycled))
    writeFileSync(join(folder, 'lock'), '')
    takeLock(folder)()
    writeFileSync(join(folder, 'holder.json'), '') // cut short while it was written
    takeLock(folder)()
  })

  it('opens over a stale or empty postmaster.pid', async () => {
    const engine = await openEmbedded({ folder, from })
    await engine.close()
    for (const content of ['', `${process.pid}\n/pglite/data\n`]) {
      writeFileSync(join(clusterOf(folder), 'postmaster.pid'), content)
      const again = await openEmbedded({ folder })
      expect((await sql`select 1 as one`.execute(again.db)).rows).toEqual([{ one: 1 }])
      await again.close()
    }
  })

  it('a first start that was cut short is begun again', async () => {
    mkdirSync(join(clusterOf(folder), 'base'), { recursive: true })
    writeFileSync(join(clusterOf(folder), 'PG_VERSION'), '18\n')
    writeFileSync(join(folder, 'unfinished'), '')
    const engine = await openEmbedded({ folder })
    expect((await sql`select 1 as one`.execute(engine.db)).rows).toEqual([{ one: 1 }])
    await engine.close()
    expect(existsSync(join(folder, 'unfinished'))).toBe(false)
  })

  it('files that do not open are refused with a sentence, and left as they are', async () => {
    mkdirSync(clusterOf(folder), { recursive: true })
    writeFileSync(join(clusterOf(folder), 'PG_VERSION'), '18\n')
    const refused = await openEmbedded({ folder }).catch((error) => error)
    expect(refused).toBeInstanceOf(CannotStart)
    expect(refused.message).not.toMatch(/Aborted|ASSERTIONS/)
    expect(refused.cause).toBeDefined()
    expect(readdirSync(clusterOf(folder))).toContain('PG_VERSION')
  })

  it('a folder that cannot be made is refused with a sentence', async () => {
    const file = join(folder, '../../..', 'file')
    writeFileSync(file, '')
    const refused = await openEmbedded({ folder: join(file, 'below') }).catch((error) => error)
    expect(refused).toBeInstanceOf(CannotStart)
    expect(refused.sentence.en).toContain('cannot be written')
  })

  it('the log does not grow without end, and tending clears dead rows', async () => {
    const engine = await openEmbedded({ folder, from })
    await engine.script('create table much (i int, text text)')
    for (let round = 0; round < 8; round++) {
      await sql`insert into much select i, repeat('x', 1000) from generate_series(1, 20000) i`.execute(engine.db)
    }
    await engine.exclusive(async () => {}) // behind the last checkpoint
    const segments = readdirSync(join(clusterOf(folder), 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name))
    expect(segments.length).toBeLessThanOrEqual(7) // eight rounds wrote about eleven
    await sql`delete from much where i > 100`.execute(engine.db)
    const pages = async () => {
      const { rows } = await sql<{ pages: number }>`select pg_relation_size('much') as pages`.execute(engine.db)
      return rows[0]!.pages
    }
    const before = await pages()
    expect(await tend(engine)).toBe(1)
    expect(await pages()).toBeLessThan(before)
    await engine.close()
  })

  it('begins from a dump', async () => {
    const first = await openEmbedded({ folder: null, from })
    await first.script('create table dumped (i int); insert into dumped values (7)')
    const dump = await first.exclusive((pg) => pg.dumpDataDir('none'))
    await first.close()
    for (const target of [null, folder, folder]) {
      const engine = await openEmbedded({ folder: target, from: dump }) // the third time the folder has it already
      expect((await sql`select i from dumped`.execute(engine.db)).rows).toEqual([{ i: 7 }])
      await engine.close()
    }
  })

  it('knows how much room there is', async () => {
    expect(await freeBytesAt(tmpdir())).toBeGreaterThan(0)
    expect(minimumFreeBytes).toBe(524_288_000)
  })
})
