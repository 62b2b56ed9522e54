import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { moduleOrder } from '#src/modules.ts'
import * as catalogue from '#test/architecture/catalogue.ts'
import { asSuperuser } from '#test/attack.ts'
import { harness } from '#test/harness.ts'

const query: catalogue.Query = async (text) => {
  const { engine } = await harness()
  return (await asSuperuser(engine, (tx) => sql.raw<Record<string, unknown>>(text).execute(tx))).rows
}

/** Rules and derived tables whose past is told by the migrations or by what they are derived from. */
const withoutTwin = ['structure.unit_path']

test.each([
  ['a PERIOD key has its index', () => catalogue.periodKeysWithoutIndex(query)],
  ['a view shows what its asker may see', () => catalogue.viewsWithOwnersRights(query)],
  [
    'every table has row-level security',
    () => catalogue.tablesWithoutRowSecurity(query, ['kernel', 'journal', ...moduleOrder]),
  ],
  ['a temporal table has its twin', () => catalogue.temporalTablesWithoutTwin(query, withoutTwin)],
  ['a twin has its index', () => catalogue.twinsWithoutIndex(query)],
  [
    'what is written once stays',
    () =>
      catalogue.appendOnlyTablesThatChange(query, [
        'journal.entry',
        'journal.detail',
        'journal.attempt',
        'journal.reading',
        'journal.block',
        'journal.sealed',
        'kernel.outbox',
        'kernel.answered',
      ]),
  ],
  [
    'and stays for the relay and the sealer too',
    () =>
      catalogue.appendOnlyTablesThatChange(
        query,
        ['journal.entry', 'journal.detail', 'journal.attempt', 'journal.reading', 'journal.block', 'journal.sealed'],
        ['lienchi_system'],
      ),
  ],
  ['an open end is absent, never infinity', () => catalogue.periodsThatAllowInfinity(query)],
])('on the migrated database %s', async (_, check) => {
  expect(await check()).toEqual([])
})

test('a row that is corrected fits its twin: the twin has its columns, known and superseded_by, and no others', async () => {
  const rows = await query(`
    select c.oid::regclass::text as offender from pg_class c join pg_trigger t on t.tgrelid = c.oid and t.tgfoid = 'kernel.keep_superseded'::regproc,
      lateral (select array_agg(format('%s %s', attname, atttypid::regtype)) || array['known tstzrange', 'superseded_by bigint'] as own from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) a,
      lateral (select array_agg(format('%s %s', attname, atttypid::regtype)) as twin from pg_attribute where attrelid = (c.oid::regclass::text || '_was')::regclass and attnum > 0 and not attisdropped) b
    where not (b.twin @> a.own and a.own @> b.twin)`)
  expect(rows).toEqual([])
  expect(
    (await query(`select 1 from pg_trigger where tgfoid = 'kernel.keep_superseded'::regproc`)).length,
  ).toBeGreaterThan(10)
})
