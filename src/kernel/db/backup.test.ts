import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, plainDate } from '../contract/dates.ts'
import { BackupRefused } from './backup/refused.ts'
import { writeRows } from './backup/write-rows.ts'
import { checkBackup, nightlyBackup, restore, whichToDelete } from './backup.ts'
import { clusterOf, finishSwap } from './embedded/folder.ts'
import { openEmbedded } from './embedded/open.ts'
import type { Db, Engine } from './engine.ts'
import { admin, emptyDatabase, postgresForTest, type TestEngine, testEngines } from './testing.ts'

/** Tables with everything that makes a restore hard. */
const schema = `
create extension if not exists btree_gist;
create schema branch;
create schema journal;
create table journal.entry (id bigint generated always as identity primary key, what text not null);
create table branch.unit (id int primary key, life daterange not null, unique (id, life without overlaps));
create table branch.unit_version (
  unit_id int not null, valid_at daterange not null, parent_id int references branch.unit (id),
  name text not null, name_length int generated always as (length(name)) stored,
  constraint one_name_at_a_time primary key (unit_id, valid_at without overlaps) deferrable initially deferred,
  constraint lies_in_its_life foreign key (unit_id, period valid_at) references branch.unit (id, period life) deferrable initially deferred);
create table branch.odd ("Tên lạ" char(5), b bytea, j json, jb jsonb, r tstzrange, a text[], d double precision, n numeric, c "char", i interval);
create table branch.paper (no bigint default 0) partition by list (no);
create table branch.paper_1 partition of branch.paper for values in (1);
create sequence branch.number_of_papers start 100;
create function branch.refuse() returns trigger language plpgsql as $$ begin raise exception 'append-only'; end $$;
create trigger never_truncated before truncate on journal.entry execute function branch.refuse();
create function branch.shout() returns trigger language plpgsql as $$ begin new.name := upper(new.name); return new; end $$;
create trigger shouted before insert on branch.unit_version for each row execute function branch.shout();
alter table branch.unit_version enable row level security;
`

const rows = `
insert into journal.entry (what) select 'entry ' || i from generate_series(1, 2500) i;
insert into branch.unit values (1, '[2020-01-01,)'), (2, '[2020-01-01,2024-01-01)');
insert into branch.unit_version (unit_id, valid_at, parent_id, name) values
  (2, '[2020-01-01,2024-01-01)', 1, 'Chi bộ 2'), (1, '[2020-01-01,2022-01-01)', null, 'Đảng bộ'), (1, '[2022-01-01,)', null, 'Đảng bộ mới');
insert into branch.odd values
  ('a', '\\x00ff0a0d', '{"b": 1,   "a": [1]}', '{"x": "\\u00e0"}', '[2024-01-01 00:00:00.000001Z,)', array['{', null, 'NULL', ''], 0.1, 1.10, 'x', '1 day'),
  (null, null, null, null, null, null, 'NaN', null, null, null),
  (E'\\u2028"\\\\', '', 'null', 'null', 'empty', '{}', 'Infinity', 'NaN', '', '-2 mons');
insert into branch.paper values (1), (1);
select nextval('branch.number_of_papers'), nextval('branch.number_of_papers');
`

/** Everything that must come back, as text. */
async function contents(db: Db): Promise<unknown> {
  const tables = ['journal.entry', 'branch.unit', 'branch.unit_version', 'branch.odd', 'branch.paper']
  const all: unknown[] = []
  for (const table of tables) {
    const { rows } = await sql.raw<{ t: string }>(`select t::text from ${table} t order by 1`).execute(db)
    all.push([table, rows.map((row) => row.t)])
  }
  const state = await sql`
    select (select last_value || ' ' || is_called from branch.number_of_papers) as numbers,
      (select string_agg(concat(conname, convalidated), ',' order by conname) from pg_constraint where connamespace = 'branch'::regnamespace) as rules,
      (select string_agg(concat(tgname, tgenabled), ',' order by tgname) from pg_trigger where not tgisinternal) as triggers`.execute(
    db,
  )
  return [all, state.rows]
}

const noNewRow = async (engine: Engine) => {
  const { rows } = await sql<{ id: number }>`insert into journal.entry (what) values ('next') returning id`.execute(
    engine.db,
  )
  expect(rows).toEqual([{ id: 2501 }]) // the identity goes on where it stood
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

for (const { kind, open } of testEngines) {
  describe(`rows of ${kind}`, () => {
    let source: TestEngine
    let file: string
    let before: unknown
    beforeAll(async () => {
      source = await open()
      await source.engine.script(schema + rows)
      file = join(folder, `rows-of-${kind}.backup`)
      await writeRows(source.engine, file)
      before = await contents(source.engine.db)
    })
    afterAll(() => source.done())

    for (const target of testEngines) {
      it(`come back on ${target.kind}, triggers silent, generated columns and identities whole`, async () => {
        const { engine, done } = await target.open()
        await engine.script(schema)
        const restored = await restore(file, { engine })
        expect(restored).toMatchObject({ filled: { rows: 2510, skipped: [] } })
        expect(await contents(engine.db)).toEqual(before)
        await noNewRow(engine)
        await done()
      })
    }

    it('are refused when the file is cut short, changed, or of another form, and nothing is changed', async () => {
      const { engine, done } = await open()
      await engine.script(schema)
      const whole = readFileSync(file)
      const text = gunzipSync(whole).toString()
      const wrong: Record<string, Buffer> = {
        'cut in the middle': whole.subarray(0, whole.length >> 1),
        'cut at the last byte': whole.subarray(0, whole.length - 1),
        'a byte changed': Buffer.from(whole.map((byte, at) => (at === whole.length >> 1 ? byte ^ 1 : byte))),
        'a value changed': gzipSync(text.replace('entry 7"', 'entry 8"')),
        'a row taken out': gzipSync(text.replace(/^.*entry 7".*\n/m, '')),
        'the last line missing': gzipSync(text.replace(/^.*trailer.*\n/m, '')),
        'a line after the last': gzipSync(`${text}["x"]\n`),
        'another form': gzipSync(text.replace('"format":1', '"format":2')),
        'no backup': gzipSync('{"hello": 1}\n'),
        'no gzip': Buffer.from('hello'),
        empty: Buffer.alloc(0),
      }
      for (const [name, bytes] of Object.entries(wrong)) {
        const bad = join(folder, 'bad.backup')
        writeFileSync(bad, bytes)
        await expect(restore(bad, { engine }), name).rejects.toThrow(BackupRefused)
        await expect(checkBackup(bad), name).rejects.toThrow(BackupRefused)
      }
      await expect(restore(join(folder, 'none'), { engine })).rejects.toThrow(BackupRefused)
      const { rows } = await sql`select count(*) as n from journal.entry`.execute(engine.db)
      expect(rows).toEqual([{ n: 0 }])
      await restore(file, { engine }) // the good one still goes in
      await done()
    })

    it('are refused by a database in use and by one of another version', async () => {
      await expect(restore(file, { engine: source.engine })).rejects.toThrow('is in use')
      const { engine, done } = await open()
      await expect(restore(file, { engine })).rejects.toThrow('another version')
      await engine.script(`${schema} alter table branch.unit add note text`)
      await expect(restore(file, { engine })).rejects.toThrow('another version')
      await done()
    })

    it('a restore that fails on the way leaves nothing', async () => {
      const { engine, done } = await open()
      await engine.script(`${schema} alter table branch.odd add constraint too_late check (d <> 'Infinity')`)
      await expect(restore(file, { engine })).rejects.toMatchObject({ code: '23514' })
      const { rows } =
        await sql`select (select count(*) from journal.entry) as n, current_setting('session_replication_role') as role`.execute(
          engine.db,
        )
      expect(rows).toEqual([{ n: 0, role: 'origin' }])
      await done()
    })

    it('a row that does not arrive is noticed before the commit', async () => {
      const { engine, done } = await open()
      await engine.script(`${schema}
        create function branch.swallow() returns trigger language plpgsql as $$ begin return null; end $$;
        create trigger swallowed before insert on branch.odd for each row when (new.n is null) execute function branch.swallow();
        alter table branch.odd enable always trigger swallowed`)
      await expect(restore(file, { engine })).rejects.toThrow('branch.odd: 3 rows in the file')
      expect((await sql`select count(*) as n from branch.odd`.execute(engine.db)).rows).toEqual([{ n: 0 }])
      await done()
    })

    it('do not go into a folder', async () => {
      await expect(restore(file, { folder: join(folder, 'x') })).rejects.toThrow('into a new database')
    })
  })
}

describe('an image of the embedded engine', () => {
  let data: string
  beforeEach(() => {
    data = mkdtempSync(join(folder, 'data-'))
  })

  it('brings everything back after a wreck, and the wreck is kept', async () => {
    const engine = await openEmbedded({ folder: data, from: await emptyDatabase() })
    await engine.script(schema + rows)
    const before = await contents(engine.db)
    const file = join(folder, 'image.backup')
    await engine.backup(file)
    await sql`delete from branch.odd`.execute(engine.db) // later than the backup
    await expect(restore(file, { folder: data })).rejects.toThrow('in use by process')
    await engine.close()
    for (const name of readdirSync(join(clusterOf(data), 'base/5')))
      truncateSync(join(clusterOf(data), 'base/5', name), 0)

    expect(await restore(file, { folder: data })).toEqual({ keptAs: 'pgdata.before-restore-1' })
    const again = await openEmbedded({ folder: data })
    expect(await contents(again.db)).toEqual(before)
    await noNewRow(again)
    await expect(restore(file, { engine: again })).rejects.toThrow('into a data folder')
    await again.close()
    expect(existsSync(join(data, 'pgdata.before-restore-1/PG_VERSION'))).toBe(true)

    const whole = readFileSync(file)
    const wrong: Record<string, Buffer> = {
      'cut in the middle': whole.subarray(0, whole.length >> 1),
      'cut at the last byte': whole.subarray(0, whole.length - 1),
      'a byte changed': Buffer.from(whole.map((byte, at) => (at === whole.length >> 1 ? byte ^ 1 : byte))),
      'a tar of something else': gzipSync(gunzipSync(whole).subarray(0, 4096)),
      'no tar': gzipSync('hello'.repeat(200)),
    }
    const names = readdirSync(data).sort()
    for (const [name, bytes] of Object.entries(wrong)) {
      const bad = join(folder, 'bad-image.backup')
      writeFileSync(bad, bytes)
      await expect(restore(bad, { folder: data }), name).rejects.toThrow(BackupRefused)
      await expect(checkBackup(bad), name).rejects.toThrow(BackupRefused)
    }
    expect(readdirSync(data).sort()).toEqual(names)
    const last = await openEmbedded({ folder: data })
    expect((await sql`select max(id) as id from journal.entry`.execute(last.db)).rows).toEqual([{ id: 2501 }])
    await last.close()
  })

  it.each(['nothing', 'the old set aside', 'all but the mark'])(
    'a swap cut short after %s is finished',
    async (done) => {
      const cluster = clusterOf(data)
      const restoring = join(data, 'restoring')
      for (const [folder, content] of [
        [cluster, 'old'],
        [clusterOf(restoring), 'new'],
      ] as const) {
        mkdirSync(folder, { recursive: true })
        writeFileSync(join(folder, 'which'), content)
      }
      writeFileSync(join(data, 'swap'), 'pgdata.kept')
      if (done !== 'nothing') renameSync(cluster, join(data, 'pgdata.kept'))
      if (done === 'all but the mark') renameSync(clusterOf(restoring), cluster)
      for (let again = 0; again < 2; again++) await finishSwap(data)
      expect(readdirSync(data).sort()).toEqual(['pgdata', 'pgdata.kept'])
      expect(readFileSync(join(cluster, 'which'), 'utf8')).toBe('new')
      expect(readFileSync(join(data, 'pgdata.kept', 'which'), 'utf8')).toBe('old')
    },
  )

  it('goes into a new folder', async () => {
    const engine = await openEmbedded({ folder: null, from: await emptyDatabase() })
    await engine.script('create table small (i int); insert into small values (5)')
    const { file, deleted } = await nightlyBackup(engine, join(data, 'backups'), plainDate('2026-11-23'))
    await engine.close()
    expect([file, deleted]).toEqual([join(data, 'backups', 'lienchi-2026-11-23.backup'), []])
    expect(await restore(file, { folder: join(data, 'new') })).toEqual({ keptAs: null })
    const restored = await openEmbedded({ folder: join(data, 'new') })
    expect((await sql`select i from small`.execute(restored.db)).rows).toEqual([{ i: 5 }])
    await restored.close()
  })
})

describe.runIf(process.env.TEST_DATABASE_ADMIN_URL)('a login that is no superuser and owns no table', () => {
  const url = process.env.TEST_DATABASE_ADMIN_URL!
  const login = `plain_${process.pid}`
  const owner = `${login}_owner`
  const made: TestEngine[] = []
  beforeAll(async () => {
    await admin(url, `create role ${owner} nologin`)
    await admin(url, `create role ${login} login`)
    await admin(url, `grant ${owner} to ${login} with inherit false, set true`)
  })
  afterAll(async () => {
    for (const one of made) await one.done()
    await admin(url, `drop role ${login}`)
    await admin(url, `drop role ${owner}`)
  })

  async function make() {
    const one = await postgresForTest(login)
    made.push(one)
    await one.engine.script(`create extension btree_gist;
      do $$ begin execute format('grant create on database %I to ${owner}', current_database()); end $$;
      set local role ${owner}; ${schema.replace('create extension if not exists btree_gist;', '')}`)
    return one.engine
  }

  it('backs up rows it may not see itself, and restores by taking the keys away and making them anew', async () => {
    const source = await make()
    await source.script(`set local role ${owner}; ${rows}`)
    await expect(sql`select * from branch.unit`.execute(source.db)).rejects.toMatchObject({ code: '42501' })
    const { file } = await nightlyBackup(source, join(folder, 'nightly'), plainDate('2026-11-23'))
    const target = await make()
    expect(await restore(file, { engine: target })).toMatchObject({ filled: { rows: 2510 } })

    const asOwner = (engine: Engine) =>
      engine.db.transaction().execute(async (tx) => {
        await sql`set local role ${sql.ref(owner)}`.execute(tx)
        return contents(tx)
      })
    expect(await asOwner(target)).toEqual(await asOwner(source))
    const orphan = target.script(`set local role ${owner};
      alter table branch.unit_version disable trigger shouted;
      insert into branch.unit_version values (9, '[2020-01-01,)', null, 'x')`)
    await expect(orphan).rejects.toMatchObject({ code: '23503', constraint: 'lies_in_its_life' })
  })

  it('goes without the tables that the queue made for itself as another login, and says which login it takes to read ours', async () => {
    const source = await make()
    await source.script(`set local role ${owner}; ${rows}`)
    const { rows: named } = await sql<{ name: string }>`select current_database() as name`.execute(source.db)
    const inside = new URL(url)
    inside.pathname = `/${named[0]!.name}`
    await admin(
      inside.href,
      'create schema pgboss; create table pgboss.job (id int); insert into pgboss.job values (1)',
    )
    const { file } = await nightlyBackup(source, join(folder, 'without-queue'), plainDate('2026-11-23'))
    expect(await restore(file, { engine: await make() })).toMatchObject({ filled: { rows: 2510, skipped: [] } })
    await admin(inside.href, 'create table branch.foreign (id int)')
    await expect(nightlyBackup(source, join(folder, 'refused'), plainDate('2026-11-23'))).rejects.toThrow(
      'Set DATABASE_OWNER_URL',
    )
  })
})

describe('which backups to delete', () => {
  const today = plainDate('2026-11-23')
  const name = (daysAgo: number) => `lienchi-${addDays(today, -daysAgo)}.backup`
  it('keeps the fourteen newest', () => {
    const files = Array.from({ length: 20 }, (_, ago) => name(ago))
    expect(whichToDelete(files.toReversed(), today)).toEqual([19, 18, 17, 16, 15, 14].map(name))
    expect(whichToDelete(files.slice(0, 14), today)).toEqual([])
  })
  it('counts files, not days', () => {
    expect(whichToDelete([name(0), name(100), name(200)], today)).toEqual([])
  })
  it('leaves names that are not ours and days to come, and clears what was cut short', () => {
    const files = ['other.backup', 'lienchi-2026-11-23.backup.bak', name(-3), `${name(1)}.part`, `${name(0)}.part`]
    const full = Array.from({ length: 15 }, (_, ago) => name(ago))
    expect(whichToDelete([...files, ...full], today)).toEqual([name(14), `${name(1)}.part`])
  })
})
