import { beforeAll, describe, expect, it } from 'vitest'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { enterAct } from '../enter-act/enter-act.contract.ts'
import { lineage } from '../lineage/lineage.contract.ts'
import { revokeAct } from '../revoke-act/revoke-act.contract.ts'
import { changeDays } from './change-days.contract.ts'

let branch: Branch
let officer: Person
beforeAll(async () => {
  branch = await foundBranch((history) => {
    const act = (key: string, on: string, precision: 'day' | 'unknown', changes: { unit: string }[]) =>
      history.acts.push({
        key,
        kind: 'restructure',
        effective: { on: on as never, precision },
        source: 's',
        opens: [],
        changes,
        ends: [],
        lineage: [],
      })
    const named = (unit: string, name: string) => ({ unit, name: `${name} ${history.name}` })
    act('o1', '2012-05-01', 'day', [named('c1.o1.k1', 'Chi bộ Một')])
    act('o2', '2012-05-01', 'day', [named('c1.o1.k2', 'Chi bộ Hai')])
    act('o3', '2013-01-01', 'unknown', [named('c1.o1.k2', 'Chi bộ Ba')])
    const moved = { unit: 'c1.o1.k1', parent: 'c2.o1' }
    act('o4', '2015-03-01', 'day', [moved])
    act('o5', '2018-07-01', 'day', [named('c1.o1.k1', 'Chi bộ Bốn')])
    return history
  })
  officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('root') })
})

const told = async (unit: string) => {
  const { body } = await officer.ask(changeDays, { unitId: branch.id(unit) })
  return body.days.map(({ on, acts }) => `${on} ${acts}`)
}

describe('the days on which a unit changed', () => {
  it('are those of all below it, each day once with its acts, without acts of unknown days', async () => {
    expect(await told('root')).toEqual(['2010-01-01 1', '2012-05-01 2', '2015-03-01 1', '2018-07-01 1'])
    expect(await told('c1.o1.k2')).toEqual(['2010-01-01 1', '2012-05-01 1'])
  })

  it('follow a unit that moves: the old superior changes on the day it goes, the new one from then on', async () => {
    expect(await told('c1')).toEqual(['2010-01-01 1', '2012-05-01 2', '2015-03-01 1'])
    expect(await told('c2')).toEqual(['2010-01-01 1', '2015-03-01 1', '2018-07-01 1'])
  })

  it('have none of an act that a decision took back, and neither has the lineage', async () => {
    const act = {
      kind: 'rename' as const,
      effective: '2020-02-02' as never,
      decision: { kind: 'Quyết định', symbol: '7-QĐ/ĐU' },
      opens: [],
      changes: [{ unitId: branch.id('c2.o2'), name: 'Đảng bộ Cục Đổi tên' }],
      ends: [],
      lineage: [],
      organs: [],
      counterparts: [],
    }
    const { actId, version } = (await officer.ask(enterAct, { act })).body
    const others = async () => (await officer.ask(lineage, { unitId: branch.id('c2.o2') })).body.others.length
    expect(await told('c2.o2')).toEqual(['2010-01-01 1', '2020-02-02 1'])
    expect(await others()).toBe(1)
    const decision = { kind: 'Quyết định', symbol: '8-QĐ/ĐU' }
    expect((await officer.ask(revokeAct, { actId, version, decision })).status).toBe(200)
    expect(await told('c2.o2')).toEqual(['2010-01-01 1'])
    expect(await others()).toBe(0)
  })

  it('are not told of a unit that nobody knows', async () => {
    expect((await officer.ask(changeDays, { unitId: crypto.randomUUID() })).status).toBe(404)
  })
})
