import { describe, expect, it } from 'vitest'
import { textWidth } from '../lineage/time-scale.rules.ts'
import { layBeside } from './beside-layout.rules.ts'
import { layBridge } from './bridge-layout.rules.ts'
import { isCut } from './bridge-pieces.rules.ts'
import { layKey, type PictureText, wrapped } from './picture-words.rules.ts'

const size = 12.5
const station = (value: number, name: string) => ({ value, figure: String(value), name })
const move = (key: string, came: number, went: number) => ({ key, name: `Hợp nhất ${key}`, note: '3 việc', came, went })

function bridge(width: number, before: number, steps: ReturnType<typeof move>[]) {
  const after = steps.reduce((level, { came, went }) => level + came - went, before)
  const ends = { before: station(before, '31/12/2022'), after: station(after, '31/12/2023') }
  return layBridge({ ...ends, steps, width, top: 30, size, number: String })
}

function expectWithin(texts: readonly PictureText[], width: number, height: number) {
  for (const { x, y, anchor, lines } of texts) {
    const wide = Math.max(...lines.map((line) => textWidth(line, size)))
    const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
    expect(left, lines.join()).toBeGreaterThanOrEqual(-1)
    expect(left + wide, lines.join()).toBeLessThanOrEqual(width + 1)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThanOrEqual(height)
  }
}

describe('the bridge', () => {
  const steps = [move('a', 47, 21), move('b', 38, 116), move('c', 0, 83), move('d', 5, 0)]

  it('stands where there is room and lies on a phone, one bar for each total and each thing added or taken', () => {
    for (const [width, lying] of [
      [1100, false],
      [324, true],
    ] as const) {
      const laid = bridge(width, 5665, steps)
      expect(laid.lying).toBe(lying)
      expect(laid.bars.map(({ side }) => side)).toEqual([
        'total',
        'came',
        'went',
        'came',
        'went',
        'went',
        'came',
        'total',
      ])
      expectWithin(laid.texts, width, laid.height)
      for (const bar of laid.bars) {
        expect(bar.x).toBeGreaterThanOrEqual(0)
        expect(bar.x + bar.width).toBeLessThanOrEqual(width)
        expect(bar.y + bar.height).toBeLessThanOrEqual(laid.height)
      }
    }
  })

  it('lets every bar begin where the one before it ended', () => {
    const { bars } = bridge(1100, 5665, steps)
    const end = (at: number) => (bars[at]!.side === 'went' ? bars[at]!.y + bars[at]!.height : bars[at]!.y)
    const begin = (at: number) => (bars[at]!.side === 'came' ? bars[at]!.y + bars[at]!.height : bars[at]!.y)
    for (let at = 1; at < bars.length; at += 1) expect(begin(at)).toBeCloseTo(end(at - 1), 5)
  })

  it('writes what was added with plus, what was taken with minus', () => {
    const figures = bridge(1100, 5665, steps).texts.filter(({ key }) => key.endsWith('figure'))
    expect(figures.map(({ lines }) => lines[0])).toEqual(['5665', '+47', '−21', '+38', '−116', '−83', '+5', '5535'])
  })

  it('breaks the totals where the scale does not begin at zero, and only there', () => {
    expect(bridge(1100, 5665, steps)).toMatchObject({ cut: true })
    expect(bridge(1100, 5665, steps).breaks).toHaveLength(2)
    expect(bridge(1100, 0, [move('a', 9, 0)])).toMatchObject({ cut: false, breaks: [] })
    expect(isCut({ before: { value: 10 }, after: { value: 4 }, steps: [move('a', 0, 6)] })).toBe(false)
  })

  it('stays drawn when nothing was there, and when everything went', () => {
    for (const laid of [bridge(1100, 0, [move('a', 1, 1)]), bridge(324, 7, [move('a', 0, 7)]), bridge(324, 0, [])])
      for (const { x, y, width, height } of laid.bars) expect([x, y, width, height].every(Number.isFinite)).toBe(true)
  })
})

describe('then and now', () => {
  const line = (key: string, before: number, after: number) => ({
    key,
    name: `Đảng bộ Cơ quan có tên thật dài để phải xuống dòng ${key}`,
    before,
    after,
    beforeFigure: String(before),
    afterFigure: `${after} (−${before - after})`,
  })
  const lines = [line('a', 709, 664), line('b', 20, 0)]

  it('draws two bars for each, as long as they count, and what is gone last', () => {
    for (const width of [1100, 324]) {
      const laid = layBeside({ lines, gone: { value: 205, figure: '205', name: 'Không còn' }, width, top: 40, size })
      expect(laid.bars.map(({ side }) => side)).toEqual(['then', 'now', 'then', 'now', 'gone'])
      const [first, second, , none, gone] = laid.bars
      expect(second!.width / first!.width).toBeCloseTo(664 / 709, 3)
      expect(gone!.width / first!.width).toBeCloseTo(205 / 709, 3)
      expect(none!.width).toBe(0)
      expectWithin(laid.texts, width, laid.height)
      for (const bar of laid.bars) expect(bar.y + bar.height).toBeLessThanOrEqual(laid.height)
    }
  })

  it('puts no row upon another', () => {
    const { bars } = layBeside({ lines, gone: null, width: 324, top: 40, size })
    for (let at = 1; at < bars.length; at += 1)
      expect(bars[at]!.y).toBeGreaterThanOrEqual(bars[at - 1]!.y + bars[at - 1]!.height)
  })
})

describe('words of a picture', () => {
  it('are broken between words, and cut only when there are too many lines', () => {
    expect(wrapped('chuyển loại hình', 60, size, 4)).toEqual(['chuyển', 'loại hình'])
    expect(wrapped('một hai ba bốn năm sáu bảy', 40, size, 2)).toHaveLength(2)
    expect(wrapped('một hai ba bốn năm sáu bảy', 40, size, 2)[1]).toMatch(/…$/)
  })

  it('of a key go on in the next line where the width ends', () => {
    const items = ['một dấu của chú giải', 'hai dấu của chú giải'].map((words, at) => ({ mark: String(at), words }))
    expect(new Set(layKey(items, 1000, size).places.map(({ y }) => y)).size).toBe(1)
    expect(new Set(layKey(items, 200, size).places.map(({ y }) => y)).size).toBe(2)
  })
})
