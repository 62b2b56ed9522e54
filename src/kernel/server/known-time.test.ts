import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { asRole, newId, refusedBy } from '#test/attack.ts'
import type { Branch } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { birth, raw, type TreeUnderAttack, treeUnderAttack } from '#test/tree-attack.ts'

let branch: Branch
let u: TreeUnderAttack['u']
let version: TreeUnderAttack['version']
let attack: TreeUnderAttack['attack']
beforeAll(async () => {
  ;({ branch, u, version, attack } = await treeUnderAttack())
})

describe('what was believed is kept', () => {
  const was = async (key: string) => {
    const { engine } = await harness()
    const { rows } = await sql<{ name: string; known: { from: string; until: string }; superseded_by: number }>`
      select name, known, superseded_by from structure.unit_version_was where unit_id = ${branch.id(key)}::uuid order by known`.execute(
      engine.db,
    )
    return rows
  }

  test('when it is changed and when it is taken away: through which recorded time, and by which entry it ended', async () => {
    await attack(
      (tx) => raw(tx, `update structure.unit_version set name = 'Tên mới' where unit_id = ${u('c1.o2.k1')}`),
      { now: '2034-03-01T00:00:00Z', entry: '101' },
    )
    await attack(
      async (tx) => {
        await raw(tx, `delete from structure.unit_version where unit_id = ${u('c1.o2.k1')}`)
        await raw(
          tx,
          version({ unit: branch.id('c1.o2.k1'), days: '[2010-01-01,)', parent: u('c1.o2'), name: 'Tên mới nữa' }),
        )
      },
      { now: '2034-04-01T00:00:00Z', entry: '102' },
    )
    const [first, second, ...rest] = await was('c1.o2.k1')
    expect(rest).toEqual([])
    expect(first).toMatchObject({
      name: expect.stringContaining('Chi bộ Phòng'),
      known: { until: '2034-03-01T00:00:00.000Z' },
      superseded_by: 101,
    })
    expect(second).toMatchObject({
      name: 'Tên mới',
      known: { from: '2034-03-01T00:00:00.000Z', until: '2034-04-01T00:00:00.000Z' },
      superseded_by: 102,
    })
    const { engine } = await harness()
    const now = await engine.db
      .selectFrom('structure.unit_version')
      .select(['known_from', 'entry'])
      .where('unit_id', '=', branch.id('c1.o2.k1'))
      .execute()
    expect(now).toEqual([{ known_from: '2034-04-01T00:00:00.000Z', entry: 102 }])
  })

  test('but what was made and changed in one recorded moment was never believed by anybody', async () => {
    const id = newId()
    await attack(async (tx) => {
      await raw(tx, birth(id, '[2020-01-01,)'))
      await raw(tx, version({ unit: id, days: '[2020-01-01,)', parent: u('c1') }))
      await raw(tx, `update structure.unit_version set name = 'Ngay lúc đó' where unit_id = '${id}'`)
    })
    const { engine } = await harness()
    const { rows } = await sql`select 1 from structure.unit_version_was where unit_id = ${id}::uuid`.execute(engine.db)
    expect(rows).toEqual([])
  })

  test('what is corrected by another act at the same recorded moment, or before it, is kept all the same', async () => {
    const told = { now: '2024-05-01T00:00:00Z', entry: '201' }
    const known = async () =>
      (await was('c1.o2.k2')).map(({ name, superseded_by }) => [name.slice(0, 7), superseded_by])
    await attack(
      (tx) => raw(tx, `update structure.unit_version set name = 'Tên một' where unit_id = ${u('c1.o2.k2')}`),
      told,
    )
    await attack(
      (tx) => raw(tx, `update structure.unit_version set name = 'Tên hai' where unit_id = ${u('c1.o2.k2')}`),
      { ...told, entry: '202' },
    )
    await attack(
      (tx) => raw(tx, `update structure.unit_version set name = 'Tên ba' where unit_id = ${u('c1.o2.k2')}`),
      { ...told, now: '2023-05-01T00:00:00Z', entry: '203' },
    )
    expect(await known()).toEqual([
      ['Chi bộ ', 201],
      ['Tên một', 202],
      ['Tên hai', 203],
    ])
  })

  test('and no role can change it afterwards', async () => {
    const { engine } = await harness()
    for (const role of ['lienchi_reader', 'lienchi_writer', 'lienchi_figures', 'lienchi_system']) {
      for (const statement of [
        'delete from structure.unit_version_was',
        `update structure.unit_version_was set name = 'x'`,
        'insert into structure.unit_version_was select * from structure.unit_version_was',
      ]) {
        expect([role, await refusedBy(asRole(engine, role, {}, (tx) => sql.raw(statement).execute(tx)))]).toEqual([
          role,
          '42501',
        ])
      }
    }
  })
})
