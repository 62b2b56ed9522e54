import { afterAll, describe, expect, test } from 'vitest'
import { codeClocks, sqlClocks } from '../../tools/law/clocks.ts'
import { blocksOf, checkQueries } from '../../tools/law/queries.ts'
import { checkSql } from '../../tools/law/sql.ts'
import { namedIn } from '../../tools/law/sql-names.ts'
import { plant } from './planted.ts'

const order = ['structure', 'members', 'access']
const trees: { remove(): void }[] = []
afterAll(() => trees.forEach((tree) => void tree.remove()))

/** What the law says of one query of `members.register`. */
function said(sql: string, heading = 'members.register'): string[] {
  return checkQueries('queries.sql', `-- ${heading} #1\n${sql}\n`, order).map(({ rule, why }) => `${rule}: ${why}`)
}

describe('a query stays at home', () => {
  test.each([
    'select "m"."id" from "members"."member" as "m" where "m"."unit_id" = $1',
    'select m.id from members.member m, members.card c where m.id = c.id',
    'with recursive line as (select id from members.member union all select m.id from line join members.member m using (id)) select * from line',
    'with a (x) as materialized (select 1), b as not materialized (select x from a) select * from b, a',
    'select d.name from structure.door_unit_name($1) as d join structure.door_unit u on u.id = d.id',
    'select * from figures.by_unit($1) as f, kernel.setting s where s.key = $2',
    'select kernel.recorded_now(), pg_catalog.lower($1)',
    `select extract(year from m.admitted_on), substring(m.name from 1 for 2), trim(both ' ' from m.name) from members.member m`,
    'select x from unnest($1::uuid[]) as x where x is distinct from $2',
    'insert into members.member (id) values ($1) on conflict (id) do update set id = excluded.id returning id',
    'select id from members.member for no key update of member skip locked',
    'update members.member as m set name = c.name from members.card as c where c.id = m.id',
    'delete from only members.member using members.card c where c.id = member.id',
    `select 1 from members.member where name = 'from structure.unit' -- from structure.unit`,
    `select 1 from members.member m where m.origin = 'structure.tree'`,
    'select (select count(*) from members.card c where c.id = m.id) as n, m.name from (members.member m join lateral (select 1 as one) o on true)',
    'select "from", "table" from members.member',
  ])('%s', (sql) => expect(said(sql)).toEqual([]))

  test.each([
    ['select 1 from "structure"."unit" as "u"', 'structure.unit is no door'],
    ['select 1 from members.member m, structure.unit u', 'structure.unit is no door'],
    ['select 1 from members.member m left join structure.unit u on u.id = m.unit_id', 'structure.unit is no door'],
    ['select 1 from members.member m where exists (select from structure.unit)', 'structure.unit is no door'],
    ['with u as (select * from structure.unit) select * from u', 'structure.unit is no door'],
    ['select * from (structure.unit u join members.member m on true)', 'structure.unit is no door'],
    ['insert into structure.unit (id) values ($1)', 'structure.unit is no door'],
    ['update "structure"."unit" set life = $1', 'structure.unit is no door'],
    ['delete from structure.unit', 'structure.unit is no door'],
    ['delete from members.member using structure.unit u where true', 'structure.unit is no door'],
    ['select structure.every_unit($1)', 'structure.every_unit is no door'],
    ['select $1::structure.grade', 'structure.grade is no door'],
    [`select nextval('structure.unit_no')`, 'structure.unit_no is no door'],
    [`select 'structure.unit'::regclass`, 'structure.unit is no door'],
    ['do $$ begin perform 1 from structure.unit; end $$', 'structure.unit is no door'],
    ['select structure.unit.id from members.member', 'structure.unit is no door'],
    ['select 1 from access.door_grants', 'access stands above members'],
    ['select 1 from journal.entry', 'journal.entry is no door'],
    ['select 1 from attic.trunk', `attic.trunk lies in no module's schema`],
    ['select 1 from public.member', `public.member lies in no module's schema`],
    ['select 1 from member', 'member is named without its schema'],
    ['select 1 from members.member m, card', 'card is named without its schema'],
    ['insert into member values ($1)', 'member is named without its schema'],
  ])('not %s', (sql, why) => expect(said(sql)).toEqual([expect.stringContaining(`queries-stay-at-home: ${why}`)]))

  test('a block of a module that does not exist, and a file without blocks', () => {
    expect(said('select 1', 'attic.trunk')).toEqual(['queries-have-a-module: there is no module attic'])
    expect(checkQueries('queries.sql', 'select 1 from structure.unit', order)).toHaveLength(1)
  })

  test('the kernel names its own, and no module', () => {
    expect(said('insert into journal.entry (id) values ($1)', 'kernel.seal')).toEqual([])
    expect(said('select 1 from structure.door_unit', 'kernel.seal')).toHaveLength(1)
  })

  test('a block knows its line', () => {
    const file = '-- all queries\n-- structure.tree #1\nselect 1\n-- structure.tree #2\n\nselect\n  1 from members.x\n'
    expect(blocksOf(file).map(({ title, line }) => [title, line])).toEqual([
      ['structure.tree #1', 3],
      ['structure.tree #2', 5],
    ])
    expect(checkQueries('q.sql', file, order)[0]?.at).toBe('q.sql:7 (structure.tree #2)')
  })

  test('an alias that bears the name of a schema counts as the schema', () => {
    expect(namedIn('select structure.id from members.member structure', new Set(order))).toHaveLength(2)
  })
})

describe('SQL asks no clock of its own', () => {
  test.each([
    'select current_date',
    'select CURRENT_TIMESTAMP',
    'select localtime, 1',
    'select localtimestamp(3)',
    'create table t (at timestamptz default now())',
    'select now()::date',
    'select pg_catalog.now()',
    'select "now"()',
    `select 'now'::timestamptz`,
    `select date 'today'`,
    'create function f() returns date language sql as $$ select current_date $$',
    'do $body$ begin perform now(); end $body$',
    'select transaction_timestamp()',
  ])('%s', (sql) => expect(sqlClocks(sql, true)).toHaveLength(1))

  test.each([
    'select kernel.recorded_now()',
    '-- current_date is the engine’s\nselect /* now() */ 1',
    `comment on table t is 'asked with current_date'`,
    'select clock_timestamp()',
    'select t.current_date, u.now, x as localtime from t',
    `select 'now'`,
  ])('but %s', (sql) => expect(sqlClocks(sql, true)).toEqual([]))

  test('the kernel may ask for the instant, never for the day', () => {
    expect(sqlClocks('select now(), transaction_timestamp()', false)).toEqual([])
    expect(sqlClocks('select now()::date', false)).toHaveLength(1)
    expect(sqlClocks('select current_date', false)).toHaveLength(1)
  })
})

describe('code asks no clock of its own', () => {
  const inModule = 'src/modules/members/admit/admit.command.ts'
  test.each([
    'const d = new Date()',
    'const d = new Date',
    'const d = Date.now()',
    'const d = Date()',
    'const d = globalThis.Date.now()',
    'const d = Temporal.Now.plainDateISO()',
    'const d = later(Date.now)',
    'const q = sql`select now()`',
    'const q = sql<string>`select $' + '{x} + now() - 1`',
    `const q = sql.raw('current_date')`,
    'const q = `where day < CURRENT_DATE`',
  ])('%s', (code) => expect(codeClocks(inModule, code)).toHaveLength(1))

  test.each([
    '// never new Date() nor current_date\nconst d = 1 /* Date.now() */',
    'const d = new Date(instant)',
    'const q = sql`select kernel.recorded_now()`',
    'const d = work.today',
    'const d = performance.now()',
    'const d = now()',
  ])('but %s', (code) => expect(codeClocks(inModule, code)).toEqual([]))

  test('the kernel reads the machine’s clock; its SQL knows no day', () => {
    expect(codeClocks('src/kernel/server/seal.ts', 'const d = Date.now(), q = sql`select now()`')).toEqual([])
    expect(codeClocks('src/kernel/server/seal.ts', 'const q = sql`select current_date`')).toHaveLength(1)
  })

  test('a rule has no chance in it', () => {
    const code = 'const x = Math.random(), y = crypto.randomUUID()'
    expect(codeClocks('src/modules/members/member.rules.ts', code)).toHaveLength(2)
    expect(codeClocks(inModule, code)).toEqual([])
  })
})

describe('over a tree', () => {
  test('migrations, code and queries are read, tests and generated files are not', () => {
    const tree = plant({
      'docs/generated/queries.sql': '-- structure.tree #1\nselect 1 from access.account\n',
      'src/modules/structure/migrations/20260101T0900_unit.sql':
        'create table structure.unit (\n  at date default current_date\n);\n',
      'src/kernel/db/migrations/20260101T0800_kernel.sql': 'select now()::date;\n',
      'src/modules/structure/tree/tree.query.ts': '\nexport const day = new Date()\n',
      'src/modules/structure/tree/tree.test.ts': 'export const day = new Date()\n',
      'src/kernel/db/schema.gen.ts': `export const text = 'current_date'\n`,
    })
    trees.push(tree)
    expect(checkSql(tree.root, order).map(({ at }) => at)).toEqual([
      'docs/generated/queries.sql:2 (structure.tree #1)',
      'src/kernel/db/migrations/20260101T0800_kernel.sql:1',
      'src/modules/structure/migrations/20260101T0900_unit.sql:2',
      'src/modules/structure/tree/tree.query.ts:2',
    ])
  })

  test('handlers without a list of their queries', () => {
    const tree = plant({ 'src/modules/structure/tree/tree.query.ts': '' })
    trees.push(tree)
    expect(checkSql(tree.root, order).map(({ rule }) => rule)).toEqual(['queries-are-there'])
  })
})
