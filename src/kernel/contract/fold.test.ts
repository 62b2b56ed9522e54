import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersSearch, fold, foldedWords, placeTone } from './fold.ts'

describe('folding for search', () => {
  it('finds Đảng uỷ Khối by "dang uy khoi"', () => {
    expect(fold('Đảng uỷ  Khối')).toBe('dang uy khoi')
    expect(answersSearch(fold('Đảng uỷ Khối các cơ quan Trung ương'), foldedWords('dang uy khoi'))).toBe(true)
  })
  it('folds both tone placements alike', () => {
    for (const [a, b] of [
      ['uỷ', 'ủy'],
      ['hoá', 'hóa'],
      ['thuỷ', 'thủy'],
      ['khoẻ', 'khỏe'],
    ] as const) {
      expect(fold(a)).toBe(fold(b))
      expect(placeTone(b)).toBe(a.normalize('NFC'))
      expect(placeTone(a)).toBe(a.normalize('NFC'))
    }
  })
  it('leaves syllables with one spelling as they are', () => {
    for (const word of ['quý', 'toán', 'hoàng', 'của', 'Tuý Loan', 'quỹ', 'suýt', 'hoà bình']) {
      expect(placeTone(word)).toBe(word.normalize('NFC'))
    }
    expect(placeTone('ỦY BAN, Hòa Bình, thủy')).toBe('UỶ BAN, Hoà Bình, thuỷ')
  })
  it('finds words by their beginnings in any order', () => {
    const folded = fold('Chi bộ Phòng Thuỷ đạc')
    expect(answersSearch(folded, foldedWords('thuy phong'))).toBe(true)
    expect(answersSearch(folded, foldedWords('bộ phòng thuỷ'))).toBe(true)
    expect(answersSearch(folded, foldedWords('dac xa'))).toBe(false)
    expect(answersSearch(folded, foldedWords('  '))).toBe(true)
  })
  it('is the same done twice, whatever the text and its normal form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
    )
  })
})
