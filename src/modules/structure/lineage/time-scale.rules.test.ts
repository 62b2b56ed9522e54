import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import { timeScale, yearTicks } from './time-scale.rules.ts'

const day = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays(plainDate('1948-11-01'), days))

describe('the scale of time', () => {
  it('never runs backwards and keeps neighbouring days apart', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(day, { minLength: 2, maxLength: 14 }),
        fc.integer({ min: 300, max: 1600 }),
        (days, width) => {
          const scale = timeScale(days, [], width, 20)
          const sorted = [...days].sort()
          for (const [at, one] of sorted.slice(1).entries())
            expect(scale.x(one) - scale.x(sorted[at]!)).toBeGreaterThanOrEqual(19.999)
          expect(scale.width).toBeGreaterThanOrEqual(Math.min(width, scale.width))
        },
      ),
    )
  })

  it('fills the width there is, and grows beyond it only when names ask for more', () => {
    const days = ['1948-11-07', '1953-06-01', '2007-04-11'].map(plainDate)
    expect(timeScale(days, [], 900, 40).width).toBeCloseTo(900)
    const room = { from: days[0]!, until: days[1]!, width: 1200 }
    expect(timeScale(days, [room], 900, 40).width).toBeCloseTo(1240)
  })

  it('gives a name the room it asks for over its own time', () => {
    const days = ['2003-02-20', '2007-04-11', '2025-02-03'].map(plainDate)
    const scale = timeScale(days, [{ from: days[0]!, until: days[1]!, width: 170 }], 400, 40)
    expect(scale.x(days[1]!) - scale.x(days[0]!)).toBeGreaterThanOrEqual(170)
  })

  it('writes years in their order and apart from each other', () => {
    const scale = timeScale(['1948-11-07', '1953-06-01', '2007-04-11', '2025-02-03'].map(plainDate), [], 900, 40)
    const ticks = yearTicks(scale, 44)
    for (const [at, tick] of ticks.slice(1).entries()) expect(tick.x - ticks[at]!.x).toBeGreaterThanOrEqual(44)
    expect(ticks.map(({ year }) => year)).toContain(1960)
  })

  it('stands still outside its days', () => {
    const scale = timeScale(['1948-11-07', '2025-02-03'].map(plainDate), [], 500, 40)
    expect(scale.x('1930-01-01' as PlainDate)).toBe(0)
    expect(scale.x('2040-01-01' as PlainDate)).toBeCloseTo(500)
  })
})
