import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { figureSeries } from './figure-series.contract.ts'

let branch: Branch
let reader: Person
beforeAll(async () => {
  branch = await foundBranch((history) => {
    const base = { source: 's', opens: [], changes: [], lineage: [], kind: 'end' as const }
    history.acts.push({
      ...base,
      key: 'het',
      effective: { on: '2013-01-01' as never, precision: 'day' },
      ends: ['c1.o1.k1'],
    })
    return history
  })
  reader = await foundPerson({ role: 'cell_secretary', unitId: branch.id('c2') })
})

const ask = (
  from: string,
  until: string,
  every: 'year' | 'month' = 'year',
  measure = 'cells',
  unitId = branch.id('c1'),
) => reader.ask(figureSeries, { unitId, measure, from: from as never, until: until as never, every })
const points = async (...input: Parameters<typeof ask>) =>
  (await ask(...input)).body.points.map(({ on, value }) => `${on} ${value}`)

describe('a measure through time', () => {
  it('is told of the last day of each year and of both ends', async () => {
    expect(await points('2009-06-30', '2014-03-01')).toEqual([
      '2009-06-30 null',
      '2009-12-31 null',
      '2010-12-31 4',
      '2011-12-31 4',
      '2012-12-31 4',
      '2013-12-31 3',
      '2014-03-01 3',
    ])
  })
  it('is told of the last day of each month, leap years included', async () => {
    expect(await points('2012-01-31', '2012-04-01', 'month')).toEqual([
      '2012-01-31 4',
      '2012-02-29 4',
      '2012-03-31 4',
      '2012-04-01 4',
    ])
  })
  it('may be one day', async () => expect(await points('2012-12-31', '2012-12-31')).toEqual(['2012-12-31 4']))
  it('is null where nobody counts it', async () =>
    expect(await points('2012-01-01', '2012-01-01', 'year', 'members')).toEqual(['2012-01-01 null']))
  it('may be asked at the ends of the calendar', async () => {
    expect(await points('0900-11-15', '0901-02-01', 'month')).toHaveLength(5)
    expect(await points('9999-11-15', '9999-12-31', 'month')).toHaveLength(3)
  })
})

describe('what cannot be told', () => {
  it('an unknown measure', async () =>
    expect((await ask('2012-01-01', '2013-01-01', 'year', 'x')).problem.code).toBe('unknown_measure'))
  it('more days than can be counted at once', async () =>
    expect((await ask('1990-01-01', '2023-01-01', 'month')).problem.code).toBe('too_many_days'))
  it('an end before the beginning', async () => expect((await ask('2013-01-01', '2012-01-01')).status).toBe(400))
  it('a unit that nobody knows', async () =>
    expect((await ask('2012-01-01', '2013-01-01', 'year', 'cells', randomUUID())).status).toBe(404))
})
