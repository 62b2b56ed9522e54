import { beforeAll, describe, expect, test } from 'vitest'
import { newId, refusedBy } from '#test/attack.ts'
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

describe('each lie about time is refused by the constraint that names it', () => {
  const lies: [string, string, () => string[]][] = [
    [
      'two versions of one day',
      'unit_version_pkey',
      () => [version({ unit: branch.id('c1'), days: '[2015-01-01,2016-01-01)', parent: u('root') })],
    ],
    [
      'a parent that did not live yet',
      'a_parent_lives_as_long_as_its_child',
      () => {
        const id = newId()
        return [birth(id, '[2000-01-01,)'), version({ unit: id, days: '[2000-01-01,)', parent: u('c1') })]
      },
    ],
    [
      'a parent that nobody knows',
      'a_parent_lives_as_long_as_its_child',
      () => {
        const id = newId()
        return [birth(id, '[2020-01-01,)'), version({ unit: id, days: '[2020-01-01,)', parent: `'${newId()}'` })]
      },
    ],
    [
      'a parent that ends over a living child',
      'a_parent_lives_as_long_as_its_child',
      () => [
        `update structure.unit_version set valid_at = '[2010-01-01,2020-01-01)' where unit_id = ${u('c1')}`,
        `update structure.unit set life = '[2010-01-01,2020-01-01)' where id = ${u('c1')}`,
      ],
    ],
    [
      'a version outside its unit’s life',
      'a_version_lies_in_its_units_life',
      () => [version({ unit: branch.id('c1'), days: '[2000-01-01,2010-01-01)', parent: u('root') })],
    ],
    [
      'a life that nothing describes',
      'a_unit_is_described_every_day_of_its_life',
      () => [birth(newId(), '[2020-01-01,)')],
    ],
    [
      'a gap in the description',
      'a_unit_is_described_every_day_of_its_life',
      () => {
        const id = newId()
        return [
          birth(id, '[2020-01-01,)'),
          version({ unit: id, days: '[2020-01-01,2021-01-01)', parent: u('c1') }),
          version({ unit: id, days: '[2021-01-02,)', parent: u('c1') }),
        ]
      },
    ],
    [
      'a unit that goes while its life stays',
      'a_unit_is_described_every_day_of_its_life',
      () => [`delete from structure.unit_version where unit_id = ${u('c1.o1.k1')}`],
    ],
    [
      'no parent and no root',
      'a_root_has_no_parent_and_others_have_one',
      () => {
        const id = newId()
        return [birth(id, '[2020-01-01,)'), version({ unit: id, days: '[2020-01-01,)', parent: null })]
      },
    ],
    [
      'a root with a parent',
      'a_root_has_no_parent_and_others_have_one',
      () => {
        const id = newId()
        return [birth(id, '[2020-01-01,)'), version({ unit: id, days: '[2020-01-01,)', parent: u('c1'), root: true })]
      },
    ],
    [
      'its own parent',
      'a_unit_is_not_its_own_parent',
      () => [`update structure.unit_version set parent_id = unit_id where unit_id = ${u('c1')}`],
    ],
    [
      'an end at infinity',
      'unit_version_days',
      () => [version({ unit: newId(), days: '[2020-01-01,infinity)', parent: u('c1') })],
    ],
    ['a life to infinity', 'unit_days', () => [birth(newId(), '[2020-01-01,infinity)')]],
    ['a beginning before all days', 'unit_days', () => [birth(newId(), '(,2020-01-01)')]],
    ['a beginning at minus infinity', 'unit_days', () => [birth(newId(), '[-infinity,2020-01-01)')]],
    ['a period without a day', 'unit_version_days', () => [version({ unit: newId(), days: 'empty', parent: u('c1') })]],
    [
      'a name with a sign that is not seen',
      'a_name_is_clean_text',
      () => [version({ unit: newId(), days: '[2020-01-01,)', parent: u('c1'), name: 'Chi\u200bbộ' })],
    ],
    [
      'a name that is not NFC',
      'a_name_is_clean_text',
      () => [version({ unit: newId(), days: '[2020-01-01,)', parent: u('c1'), name: 'Chi bo\u0323\u0302' })],
    ],
    [
      'a circle of two',
      'every_unit_hangs_on_a_root',
      () => [`update structure.unit_version set parent_id = ${u('c1.o1.k1')} where unit_id = ${u('c1.o1')}`],
    ],
    [
      'a circle of three',
      'every_unit_hangs_on_a_root',
      () => [`update structure.unit_version set parent_id = ${u('c1.o1.k1')} where unit_id = ${u('c1')}`],
    ],
    [
      'a circle of one day',
      'every_unit_hangs_on_a_root',
      () => [
        `update structure.unit_version set valid_at = '[2010-01-01,2020-01-01)' where unit_id = ${u('c2')}`,
        version({ unit: branch.id('c2'), days: '[2020-01-01,2020-01-02)', parent: u('c2.o1') }),
        version({ unit: branch.id('c2'), days: '[2020-01-02,)', parent: u('root') }),
      ],
    ],
    [
      'two that change places',
      'every_unit_hangs_on_a_root',
      () => [
        `update structure.unit_version set parent_id = ${u('c2')} where unit_id = ${u('c1')}`,
        `update structure.unit_version set parent_id = ${u('c1')} where unit_id = ${u('c2')}`,
      ],
    ],
    [
      'an alias of a unit that did not live',
      'an_alias_lies_in_its_units_life',
      () => [
        `insert into structure.alias (unit_id, name, name_folded, valid_at, source) select ${u('c1')}, 'x', 'x', '[2000-01-01,)', code from structure.source limit 1`,
      ],
    ],
    [
      'a grant without end that says infinity',
      'held_grant_days',
      () => [
        `insert into access.held_grant (id, account_id, role, reach, valid_at, origin) values (uuidv7(), uuidv7(), 'administrator', 'below', '[2020-01-01,infinity)', 'x')`,
      ],
    ],
  ]
  test.each(lies)('%s: %s', async (_, constraint, statements) => {
    expect(
      await refusedBy(
        attack(async (tx) => {
          for (const statement of statements()) await raw(tx, statement)
        }),
      ),
    ).toBe(constraint)
  })

  test.each(['c1.o1', 'c1'])(
    'a circle above %s is refused even where nobody derived the lines of superiors anew',
    async (above) => {
      const run = attack(
        (tx) => raw(tx, `update structure.unit_version set parent_id = ${u('c1.o1.k1')} where unit_id = ${u(above)}`),
        { derive: false },
      )
      expect(await refusedBy(run)).toBe('every_unit_hangs_on_a_root')
    },
  )

  test('lines of superiors that do not say what the versions say are refused', async () => {
    const run = attack(
      (tx) => raw(tx, `update structure.unit_version set parent_id = ${u('c2')} where unit_id = ${u('c1.o1')}`),
      { derive: false },
    )
    expect(await refusedBy(run)).toBe('every_unit_hangs_on_a_root')
  })
})

describe('an act', () => {
  test('may close one version and open the next inside its transaction', async () => {
    await attack(async (tx) => {
      await raw(
        tx,
        `update structure.unit_version set valid_at = '[2010-01-01,2022-01-01)' where unit_id = ${u('c2.o2')}`,
      )
      await raw(
        tx,
        version({ unit: branch.id('c2.o2'), days: '[2022-01-01,)', parent: u('c1'), name: 'Đảng bộ đã chuyển' }),
      )
    })
    const { engine } = await harness()
    const rows = await engine.db
      .selectFrom('structure.unit_path')
      .select('ancestors')
      .where('unit_id', '=', branch.id('c2.o2.k1'))
      .orderBy('valid_at')
      .execute()
    expect(rows.map(({ ancestors }) => ancestors[1])).toEqual([branch.id('c2'), branch.id('c1')])
  })

  test('may end a parent together with everything under it', async () => {
    await attack(async (tx) => {
      for (const key of ['c2.o1', 'c2.o1.k1', 'c2.o1.k2']) {
        await raw(
          tx,
          `update structure.unit_version set valid_at = '[2010-01-01,2023-01-01)' where unit_id = ${u(key)}`,
        )
        await raw(tx, `update structure.unit set life = '[2010-01-01,2023-01-01)' where id = ${u(key)}`)
      }
    })
  })
})
