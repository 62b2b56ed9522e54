import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '../contract/dates.ts'
import { formatArray, parseArray } from './arrays.ts'
import { json, period } from './fragments.ts'
import { type TestEngine, testEngines } from './testing.ts'
import { parseDate, parseInstant, parseInt8, parsePeriod, toParameter } from './values.ts'

const id = '6f1c0b1e-7a2b-7000-8000-00000000000a'
const awkward = ['a', '', 'NULL', 'null', null, 'a"b', 'a\\b', '{x,y}', 'ă, ơ\n', '🏳', ' ']
const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const days = { from: plainDate('2024-01-15'), until: plainDate('2024-02-01') }
const open = { from: plainDate('2024-01-15'), until: null }

/** Column type, what goes in, what must come out. */
const cases: [type: string, put: unknown | RawBuilder<unknown>, got: unknown][] = [
  ['date', '2024-02-29', '2024-02-29'],
  ['date', '0001-01-01', '0001-01-01'],
  ['daterange', period(days), days],
  ['daterange', period(open), open],
  ['daterange', '[2024-01-15,2024-01-31]', days],
  ['datemultirange', '{[2024-01-15,2024-02-01),[2025-01-01,)}', [days, { from: '2025-01-01', until: null }]],
  ['daterange[]', ['[2024-01-15,2024-02-01)', null], [days, null]],
  ['numeric', '12345678901234567890.123456789', '12345678901234567890.123456789'],
  ['numeric(6,2)', 1.5, '1.50'],
  ['numeric[]', ['1.10', 2], ['1.10', '2']],
  ['bigint', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ['bigint', -Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER],
  ['bigint', 42n, 42],
  ['bigint[]', [1, null, -3], [1, null, -3]],
  ['int', -7, -7],
  ['smallint[]', [1, 2], [1, 2]],
  ['double precision', 0.1, 0.1],
  ['double precision', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ['boolean', true, true],
  ['boolean', false, false],
  ['boolean[]', [true, false, null], [true, false, null]],
  ['timestamptz', '2024-01-15T10:00:00+07:00', '2024-01-15T03:00:00.000Z'],
  ['timestamptz', '2024-01-15 03:00:00.1239Z', '2024-01-15T03:00:00.123Z'],
  ['timestamptz', new Date(Date.UTC(1930, 1, 3, 1, 2, 3, 4)), '1930-02-03T01:02:03.004Z'],
  ['timestamptz[]', ['2024-01-15T03:00:00Z'], ['2024-01-15T03:00:00.000Z']],
  ['tstzrange', '[2024-01-15T03:00:00Z,)', { from: '2024-01-15T03:00:00.000Z', until: null }],
  ['tstzrange', '(,2024-01-15T03:00:00Z)', { from: null, until: '2024-01-15T03:00:00.000Z' }],
  ['uuid', id, id],
  ['uuid[]', [id, null], [id, null]],
  ['jsonb', json([1, 'hai', { ba: null }]), [1, 'hai', { ba: null }]],
  ['jsonb', json('chữ'), 'chữ'],
  ['jsonb', json(null), null],
  ['jsonb', { a: { b: 'c' } }, { a: { b: 'c' } }],
  ['json', json({ b: 1, a: [] }), { b: 1, a: [] }],
  ['jsonb[]', ['{"a": 1}', null], [{ a: 1 }, null]],
  ['text', 'Đảng bộ xã\u2028"Tân\\Lập"', 'Đảng bộ xã\u2028"Tân\\Lập"'],
  ['text', '', ''],
  ['text', null, null],
  ['text', undefined, null],
  ['text[]', awkward, awkward],
  ['text[]', [], []],
  [
    'text[]',
    [
      ['a', 'b'],
      ['c', null],
    ],
    [
      ['a', 'b'],
      ['c', null],
    ],
  ],
  ['date[]', ['2024-01-15', null], ['2024-01-15', null]],
  ['bytea', everyByte, everyByte],
  ['bytea', Buffer.from('hai'), new Uint8Array(Buffer.from('hai'))],
  ['bytea', everyByte.subarray(3, 9), everyByte.slice(3, 9)],
  ['bytea', new Uint8Array(), new Uint8Array()],
  ['bytea[]', [everyByte, null], [everyByte, null]],
  ['time', '10:30:00', '10:30:00'],
  ['timestamp', '2024-01-15 10:30:00', '2024-01-15 10:30:00'],
  ['interval', '1 day 02:00', '1 day 02:00:00'],
]

/** Values that must not be read as something they are not. */
const refused: [type: string, put: string][] = [
  ['date', 'infinity'],
  ['date', '0044-03-15 BC'],
  ['daterange', 'empty'],
  ['daterange', '(,2024-01-01)'],
  ['daterange', '[2024-01-01,infinity)'],
  ['timestamptz', 'infinity'],
  ['tstzrange', 'empty'],
  ['tstzrange', '[2024-01-15 03:00Z,2024-01-16 03:00Z]'],
  ['bigint', '9007199254740992'],
  ['bigint[]', '{9223372036854775807}'],
]

for (const { kind, open: openEngine } of testEngines) {
  describe(`values on ${kind}`, () => {
    let test: TestEngine
    beforeAll(async () => {
      test = await openEngine()
    })
    afterAll(() => test.done())

    it.each(cases)('%s comes back as it was put: %o', async (type, put, got) => {
      const { engine } = test
      await engine.db.transaction().execute(async (tx) => {
        await sql`create temporary table one (value ${sql.raw(type)}) on commit drop`.execute(tx)
        await sql`insert into one values (${put})`.execute(tx)
        const { rows } = await sql<{ value: unknown }>`select value from one`.execute(tx)
        expect(rows).toStrictEqual([{ value: got }])
        if (got instanceof Uint8Array) expect(Buffer.isBuffer(rows[0]!.value)).toBe(false)
      })
    })

    it.each(refused)('%s refuses to be read: %s', async (type, put) => {
      const reading = sql`select ${put}::${sql.raw(type)} as value`.execute(test.engine.db)
      await expect(reading).rejects.toThrow(RangeError)
      expect((await sql`select 1 as one`.execute(test.engine.db)).rows).toEqual([{ one: 1 }])
    })

    it('an empty period is refused before it is sent', () => {
      expect(() => period({ from: days.from, until: days.from })).toThrow(RangeError)
    })

    it('counts are numbers, and only changes have a count of changed rows', async () => {
      const { db } = test.engine
      const counted = await sql`select count(*) as all from generate_series(1, 5)`.execute(db)
      expect(counted).toMatchObject({ rows: [{ all: 5 }] })
      expect(counted.numAffectedRows).toBeUndefined()
      await sql`create table counted (i int)`.execute(db)
      const put = await sql`insert into counted select generate_series(1, 3) returning i`.execute(db)
      expect(put).toMatchObject({ numAffectedRows: 3n, rows: [{ i: 1 }, { i: 2 }, { i: 3 }] })
      expect(await sql`update counted set i = 0 where i > 1`.execute(db)).toMatchObject({ numAffectedRows: 2n })
      expect(await sql`delete from counted`.execute(db)).toMatchObject({ numAffectedRows: 3n })
    })

    it('errors carry the same code and constraint', async () => {
      const { db } = test.engine
      await sql`create table named (i int constraint an_i_stands_once unique)`.execute(db)
      await sql`insert into named values (1)`.execute(db)
      const twice = sql`insert into named values (1)`.execute(db)
      await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'an_i_stands_once', table: 'named' })
    })

    it('runs in UTC', async () => {
      const { rows } = await sql`select current_setting('timezone') as zone`.execute(test.engine.db)
      expect(rows).toEqual([{ zone: 'UTC' }])
    })
  })
}

describe('parsing', () => {
  it('reads nested arrays and bounds', () => {
    expect(parseArray('[0:1]={{1,2},{3,NULL}}', Number)).toEqual([
      [1, 2],
      [3, null],
    ])
    expect(parseArray(formatArray(awkward, toParameter), String)).toEqual(awkward)
    expect(() => parseArray('{"a', String)).toThrow(RangeError)
  })
  it('refuses what is no day, no moment, no whole number', () => {
    expect(() => parseDate('10000-01-01')).toThrow(RangeError)
    expect(() => parseInstant('-infinity')).toThrow(RangeError)
    expect(() => parseInt8('9007199254740993')).toThrow(RangeError)
    expect(() => parsePeriod('[,)')).toThrow(RangeError)
  })
  it('reads a moment of another session zone as UTC', () => {
    expect(parseInstant('2024-01-15 10:00:00+07')).toBe('2024-01-15T03:00:00.000Z')
    expect(parseInstant('1900-01-01 06:42:04+06:42')).toBe('1900-01-01T00:00:04.000Z')
  })
})
