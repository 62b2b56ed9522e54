import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import { type Life, lanes } from './lanes.rules.ts'

const founded = plainDate('2007-04-11')
const life = (id: string, from: string, until: string | null): Life => ({
  id,
  name: id,
  from: plainDate(from),
  until: until as PlainDate | null,
})

describe('the lanes of a lineage', () => {
  it('puts the unit asked about in the middle of what came before it', () => {
    const blocs = ['a', 'b', 'c', 'd'].map((id) => life(id, '2003-02-20', founded))
    const placed = lanes(
      'bloc',
      [life('bloc', founded, null), ...blocs],
      blocs.map(({ id }) => ({ from: id, to: 'bloc' })),
    )
    expect(placed.get('bloc')).toBe(0)
    expect(blocs.map(({ id }) => placed.get(id))).toEqual([-1.5, -0.5, 0.5, 1.5])
  })

  it('puts a much longer life into the middle of its group', () => {
    const units = [
      life('bloc', founded, null),
      life('old', '1948-11-07', founded),
      ...['a', 'b', 'c', 'd'].map((id) => life(id, '2003-02-20', founded)),
    ]
    const placed = lanes(
      'bloc',
      units,
      units.slice(1).map(({ id }) => ({ from: id, to: 'bloc' })),
    )
    expect(placed.get('old')).toBe(0)
  })

  it('never lays two lives upon each other', () => {
    const unit = fc.record({
      start: fc.integer({ min: 0, max: 20_000 }),
      length: fc.integer({ min: 1, max: 9_000 }),
      to: fc.nat(11),
    })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 12 }), (made) => {
        const units = made.map(({ start, length }, at): Life => {
          const from = addDays(plainDate('1950-01-01'), start)
          return { id: String(at), name: String(at), from, until: addDays(from, length) }
        })
        const edges = made.flatMap(({ to }, at) =>
          to < made.length && to !== at ? [{ from: String(at), to: String(to) }] : [],
        )
        const placed = lanes('0', units, edges)
        expect(placed.get('0')).toBe(0)
        for (const a of units) {
          for (const b of units) {
            if (a.id >= b.id || !(a.from < b.until! && b.from < a.until!)) continue
            expect(Math.abs(placed.get(a.id)! - placed.get(b.id)!)).toBeGreaterThan(0.9)
          }
        }
      }),
    )
  })
})
