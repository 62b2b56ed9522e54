import { describe, expect, it } from 'vitest'
import { type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import { downPast, inTwo } from './labels.rules.ts'
import { type Lineage, layPicture } from './picture.rules.ts'

type Unit = Lineage['units'][number]
const source = { code: 's', title: { vi: 's', en: 's' }, grade: 'seed' as const, address: null }

function unit(id: string, name: string, from: string, until: string | null, covered = true): Unit {
  const life: Unit['life'] = {
    from: plainDate(from),
    fromPrecision: covered ? 'day' : 'unknown',
    until: until as PlainDate | null,
    untilPrecision: until ? 'day' : null,
  }
  return {
    id,
    life,
    stretches: [{ ...life, name, type: 'dang_bo', covered }],
    illustrative: false,
  }
}

function act(id: string, on: string, precision: 'day' | 'unknown', symbol: string | null) {
  const decision = symbol ? { kind: 'Quyết định', symbol, on: null, organ: null } : null
  return {
    id,
    kind: 'restructure' as const,
    effective: { on: plainDate(on), precision },
    decision,
    revoked: null,
    note: null,
    source,
  }
}

const blocs = ['Khối I', 'Khối Kinh tế', 'Khối Tư tưởng'].map((name, at) =>
  unit(`b${at}`, `Đảng bộ ${name}`, '2003-02-20', '2007-04-11', false),
)
const later = [unit('l0', 'Đảng bộ Chính phủ', '2025-02-03', null), unit('l1', 'Đảng bộ Quốc hội', '2025-02-03', null)]
const data: Lineage = {
  unitId: 'bloc',
  units: [unit('bloc', 'Đảng bộ Khối các cơ quan Trung ương', '2007-04-11', '2025-02-03'), ...blocs, ...later],
  edges: [
    ...blocs.map(({ id }) => ({ from: id, to: 'bloc', actId: 'a2007' })),
    ...later.map(({ id }) => ({ from: 'bloc', to: id, actId: 'a2025' })),
  ],
  acts: [act('a2007', '2007-04-11', 'day', '47-QĐ/TW'), act('a2025', '2025-02-03', 'day', null)],
  others: [],
}

function lay(others: Lineage['others'] = [], width = 1000, until = '2024-01-15') {
  const say = (mark: { on: string; precision: string; symbols: readonly string[]; count: number }) =>
    `${mark.count > 1 ? `${mark.count}×` : ''}${mark.precision === 'unknown' ? 'chưa rõ ngày' : mark.on} ${mark.symbols.join()}`.trim()
  return layPicture({
    lineage: { ...data, others },
    until: plainDate(until),
    width,
    size: 12,
    nameless: '?',
    say,
  })
}

describe('the picture of a lineage', () => {
  it('draws one band per unit and one curve per edge, all within its frame', () => {
    const picture = lay()
    expect(picture.bands).toHaveLength(6)
    expect(picture.curves).toHaveLength(5)
    for (const band of picture.bands) {
      expect(band.y).toBeGreaterThan(picture.top)
      expect(band.y).toBeLessThan(picture.height)
      for (const piece of band.pieces) expect(piece.x2).toBeGreaterThan(piece.x1)
    }
  })

  it('dots what no source covers and nothing else', () => {
    const dotted = lay().bands.filter((band) => band.pieces.some((piece) => piece.dotted))
    expect(dotted.map((band) => band.unit.id).sort()).toEqual(['b0', 'b1', 'b2'])
  })

  it('names every unit, no name upon another', () => {
    const { names } = lay()
    expect(new Set(names.map(({ unitId }) => unitId)).size).toBe(6)
    for (const a of names) for (const b of names) if (a !== b) expect(a.x === b.x && a.y === b.y).toBe(false)
  })

  it('says the days of acts with the symbols of their decisions, and an unknown day as unknown', () => {
    const said = lay().events.map(({ text }) => text)
    expect(said).toContain('2007-04-11 47-QĐ/TW')
    expect(said).toContain('2025-02-03')
    expect(said).toContain('chưa rõ ngày')
  })

  it('tells several acts of unknown days together', () => {
    const others = ['2010-01-01', '2012-01-01', '2015-01-01'].map((on, at) => ({
      unitId: 'bloc',
      act: act(`o${at}`, on, 'unknown', null),
    }))
    expect(lay(others).events.map(({ text }) => text)).toContain('3×chưa rõ ngày')
  })

  it('grows wider than its room rather than losing the names', () => {
    expect(lay([], 300).width).toBeGreaterThan(300)
  })

  it('draws no line through words: it stops over a box and goes on under it', () => {
    const box = (x1: number, x2: number, y1: number, y2: number) => ({ x1, x2, y1, y2 })
    expect(downPast(5, 0, 100, [])).toBe('M5 0V100')
    expect(downPast(5, 0, 100, [box(6, 9, 10, 20), box(0, 4, 10, 20)])).toBe('M5 0V100')
    expect(downPast(5, 0, 100, [box(0, 9, 40, 60), box(0, 9, 10, 20), box(0, 9, 15, 30)])).toBe(
      'M5 0V10M5 30V40M5 60V100',
    )
    expect(downPast(5, 0, 100, [box(0, 9, -5, 10), box(0, 9, 90, 110)])).toBe('M5 10V90')
    const { names, events, bottom } = lay()
    const words = [...names, ...events].map(({ rect }) => rect)
    for (const event of events) {
      for (const [, from, to] of downPast(event.x, event.from, bottom, words).matchAll(/M\S+ (\S+?)V([\d.]+)/g)) {
        for (const { rect } of names)
          expect(rect.x1 <= event.x && event.x <= rect.x2 && rect.y1 < Number(to) && rect.y2 > Number(from)).toBe(false)
      }
    }
  })

  it('stays drawn for the first and the last day that can be asked for', () => {
    for (const until of ['1900-01-01', '2034-12-31']) {
      const picture = lay([], 1000, until)
      const numbers = [
        picture.width,
        picture.height,
        ...picture.ticks.map(({ x }) => x),
        ...picture.events.map(({ x }) => x),
      ]
      expect(numbers.every(Number.isFinite), until).toBe(true)
      expect(picture.scale.x(plainDate(until))).toBeGreaterThanOrEqual(0)
    }
  })

  it('breaks a long name into two lines of about equal length', () => {
    expect(inTwo('Đảng bộ Mặt trận Tổ quốc, các đoàn thể Trung ương')).toEqual([
      'Đảng bộ Mặt trận Tổ quốc,',
      'các đoàn thể Trung ương',
    ])
  })
})
