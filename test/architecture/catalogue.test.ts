import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as catalogue from './catalogue.ts'

/** Two schemas made alike, one as it should be, one with every fault planted. */
const common = `
  create extension btree_gist;
  create role lienchi_reader; create role lienchi_writer; create role lienchi_figures;
  create schema kernel; create schema journal; create schema figures; create schema good; create schema bad;
  create function kernel.is_days(p daterange) returns boolean immutable language sql
    return p is null or (not isempty(p) and lower(p) > '-infinity' and (upper_inf(p) or upper(p) < 'infinity'));
  create table kernel.outbox (id int); create table journal.entry (id int, note text);
  grant insert on kernel.outbox, journal.entry to lienchi_writer;
  grant select on journal.entry to lienchi_reader;`

const good = `
  create table good.unit (id int, life daterange, primary key (id, life without overlaps), check (kernel.is_days(life)));
  create table good.cell (id int, unit_id int, valid_at daterange, primary key (id, valid_at without overlaps),
    constraint in_a_unit foreign key (unit_id, period valid_at) references good.unit (id, period life),
    constraint ends check (upper(valid_at) is distinct from 'infinity'));
  create index on good.cell using gist (unit_id, valid_at);
  create table good.cell_was (like good.cell, known tstzrange);
  create index on good.cell_was using gist (id, known);
  alter table good.unit enable row level security; alter table good.cell enable row level security;
  alter table good.cell_was enable row level security;
  create view good.cells with (security_invoker) as select * from good.cell;
  create view figures.cells as select count(*) from good.cell;`

const bad = `
  create table bad.cell (id int, unit_id int, valid_at daterange, name text, primary key (id, valid_at without overlaps),
    constraint in_no_unit foreign key (unit_id, period valid_at) references good.unit (id, period life),
    constraint is_named check (name <> ''));
  create index on bad.cell using gist (valid_at, unit_id);
  create index on bad.cell using gist (unit_id, valid_at) where unit_id > 0;
  create index on bad.cell (unit_id, valid_at);
  create table bad.post (id int, valid_at daterange, constraint closed check (not upper_inf(valid_at)));
  create table bad.post_was (id int, valid_at daterange, known tstzrange);
  alter table bad.post add column rank int;
  alter table bad.cell enable row level security;
  create view bad.cells as select * from bad.cell;
  create view bad.off with (security_invoker = off) as select * from bad.cell;
  create materialized view bad.kept as select * from bad.cell;
  grant update (note) on journal.entry to lienchi_writer;
  grant delete on kernel.outbox to public;`

let db: PGlite
const query: catalogue.Query = async (sql) => (await db.query<Record<string, unknown>>(sql)).rows
beforeAll(async () => {
  db = new PGlite({ extensions: { btree_gist } })
  await db.exec(common + good)
})
afterAll(() => db.close())

describe('a good catalogue gives no offender', () => {
  test.each([
    ['every PERIOD key has its index', catalogue.periodKeysWithoutIndex],
    ['views run with the rights of who asks', catalogue.viewsWithOwnersRights],
    ['tables have row-level security', (q: catalogue.Query) => catalogue.tablesWithoutRowSecurity(q, ['good'])],
    ['temporal tables have twins', catalogue.temporalTablesWithoutTwin],
    ['twins have their index', catalogue.twinsWithoutIndex],
    ['what is written once stays', catalogue.appendOnlyTablesThatChange],
    ['an open end is absent', catalogue.periodsThatAllowInfinity],
  ] as const)('%s', async (_, check) => expect(await check(query)).toEqual([]))
})

describe('each fault is found', () => {
  beforeAll(() => db.exec(bad).then(() => {}))

  test.each([
    [
      'a PERIOD key without its own index (order, predicate and kind count)',
      catalogue.periodKeysWithoutIndex,
      ['bad.cell: the PERIOD key in_no_unit has no GiST index on its own columns'],
    ],
    [
      'views and materialized views that show everything',
      catalogue.viewsWithOwnersRights,
      [
        'bad.cells: the view is not security_invoker',
        "bad.kept: a materialized view keeps rows of everybody's reach",
        'bad.off: the view is not security_invoker',
      ],
    ],
    [
      'tables that are open, and a schema without any',
      (q: catalogue.Query) => catalogue.tablesWithoutRowSecurity(q, ['good', 'bad', 'attic'], ['bad.post_was']),
      ['attic: the schema has no tables', 'bad.post: row-level security is not enabled'],
    ],
    [
      'a table without a twin, and a twin that fell behind',
      catalogue.temporalTablesWithoutTwin,
      ['bad.cell: there is no cell_was', 'bad.post_was: lacks the column rank integer'],
    ],
    ['a twin without its index', catalogue.twinsWithoutIndex, ['bad.post_was: no GiST index holds the column known']],
    [
      'a column, and everybody, allowed to change what is written once',
      catalogue.appendOnlyTablesThatChange,
      [
        'journal.entry: lienchi_writer may UPDATE',
        'kernel.outbox: lienchi_figures may DELETE',
        'kernel.outbox: lienchi_reader may DELETE',
        'kernel.outbox: lienchi_writer may DELETE',
      ],
    ],
    [
      'a table and a role that are not there',
      (q: catalogue.Query) => catalogue.appendOnlyTablesThatChange(q, ['journal.gone'], ['lienchi_nobody']),
      ['journal.gone: there is no such table', 'lienchi_nobody: there is no such role'],
    ],
    [
      'an infinite end, and an open end refused',
      catalogue.periodsThatAllowInfinity,
      [
        "bad.cell.valid_at: its end may be 'infinity'",
        "bad.post.valid_at: its end may be 'infinity'",
        'bad.post.valid_at: its end may not be open',
      ],
    ],
  ] as const)('%s', async (_, check, offenders) => expect(await check(query)).toEqual(offenders))
})
