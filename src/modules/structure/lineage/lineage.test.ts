import { beforeAll, describe, expect, it } from 'vitest'
import type { OutputOf } from '#kernel/contract/contract.ts'
import { type Branch, foundBranch, foundPerson } from '#test/founders.ts'
import { lineage } from './lineage.contract.ts'

let branch: Branch
let told: OutputOf<typeof lineage>
beforeAll(async () => {
  branch = await foundBranch((history) => {
    const base = { source: 's', opens: [], changes: [], ends: [], lineage: [] }
    const on = (day: string, precision: 'month' | 'year' | 'unknown' | 'day') => ({ on: day as never, precision })
    const decision = { kind: 'Quyết định', symbol: '12-QĐ/ĐU' }
    history.acts.push(
      {
        ...base,
        key: 'doi-ten',
        kind: 'rename',
        effective: on('2013-06-01', 'month'),
        decision,
        changes: [{ unit: 'c1', name: `Đảng bộ Cơ quan Bản đồ ${history.name}` }],
      },
      {
        ...base,
        key: 'chua-ro',
        kind: 'restructure',
        effective: on('2015-01-01', 'unknown'),
        changes: [{ unit: 'c1', covered: false }],
      },
      {
        ...base,
        key: 'ghi-nhan',
        kind: 'record',
        effective: on('2017-01-01', 'year'),
        changes: [{ unit: 'c1', covered: true }],
      },
      {
        ...base,
        key: 'tach',
        kind: 'separate',
        effective: on('2019-03-01', 'day'),
        lineage: [{ from: 'c1', to: 'c2' }],
      },
    )
    return history
  })
  const reader = await foundPerson({ role: 'cell_secretary', unitId: branch.id('c1') })
  told = (await reader.ask(lineage, { unitId: branch.id('c1') })).body
})

describe('the picture of who went on in whom', () => {
  it('says how exactly each end of a stretch is known', () => {
    const { stretches, life } = told.units.find(({ id }) => id === branch.id('c1'))!
    expect(stretches.map((one) => [one.from, one.fromPrecision, one.until, one.untilPrecision, one.covered])).toEqual([
      ['2010-01-01', 'day', '2013-06-01', 'month', true],
      ['2013-06-01', 'month', '2015-01-01', 'unknown', true],
      ['2015-01-01', 'unknown', '2017-01-01', 'year', false],
      ['2017-01-01', 'year', null, null, true],
    ])
    expect(life).toEqual({ from: '2010-01-01', fromPrecision: 'day', until: null, untilPrecision: null })
  })

  it('tells acts that join nobody apart, with the unit they touched, and leaves out what a source merely tells', () => {
    expect(told.acts.map(({ kind }) => kind)).toEqual(['separate'])
    expect(told.others.map(({ unitId, act }) => [unitId, act.kind, act.effective, act.decision?.symbol])).toEqual([
      [branch.id('c1'), 'rename', { on: '2013-06-01', precision: 'month' }, '12-QĐ/ĐU'],
      [branch.id('c1'), 'restructure', { on: '2015-01-01', precision: 'unknown' }, undefined],
    ])
  })
})
