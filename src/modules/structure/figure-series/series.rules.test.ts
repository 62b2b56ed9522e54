import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/contract/dates.ts'
import { isOfOneDay, layChart, type Series, yearsBetween } from './series.rules.ts'

const series: Series = {
  unitId: 'u',
  measure: 'cells',
  points: [
    { on: plainDate('2007-04-11'), value: null, invented: false },
    { on: plainDate('2010-12-31'), value: 60, invented: false },
    { on: plainDate('2023-12-31'), value: 61, invented: false },
  ],
  published: [],
}

describe('the line of a figure through time', () => {
  it('is broken where no source covers the day', () => {
    const chart = layChart(series, 900, 12)
    expect(chart?.points).toHaveLength(2)
    expect(chart?.paths[0]?.match(/M/g)).toHaveLength(1)
  })

  it('is not drawn where there is nothing', () => {
    expect(
      layChart({ ...series, points: series.points.map(({ on }) => ({ on, value: null, invented: false })) }, 900, 12),
    ).toBeNull()
  })

  it('says when its axis does not begin at zero', () => {
    expect(layChart(series, 900, 12)?.cut).toBe(true)
    const low = {
      ...series,
      points: [
        { on: plainDate('2010-12-31'), value: 1, invented: false },
        { on: plainDate('2011-12-31'), value: 60, invented: false },
      ],
    }
    expect(layChart(low, 900, 12)?.cut).toBe(false)
  })

  it('is a sentence instead where all is of one day', () => {
    const [none, , last] = series.points
    expect(isOfOneDay({ ...series, points: [none!, last!] })).toBe(true)
    expect(isOfOneDay(series)).toBe(false)
    expect(isOfOneDay({ ...series, points: [none!] })).toBe(false)
  })

  it('tells apart the points that count invented units', () => {
    const [, a, b] = series.points
    const chart = layChart({ ...series, points: [a!, { ...b!, invented: true }] }, 900, 12)
    expect(chart?.points.map(({ invented }) => invented)).toEqual([false, true])
  })

  it('writes no more years than there is room for', () => {
    expect(yearsBetween(plainDate('1948-11-07'), plainDate('2024-01-15'), 10)).toEqual([
      1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020,
    ])
    expect(yearsBetween(plainDate('2020-01-01'), plainDate('2023-01-15'), 10)).toEqual([2020, 2021, 2022, 2023])
  })
})
