import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byKey, personSortKey, sortKey } from './sort-key.ts'

const collator = new Intl.Collator('vi', { numeric: true })
const alphabet = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz'
const marks = ` _-–,;:!?.'"()[]{}@*/&#%+<=>|~$`
const chars = [...alphabet, ...alphabet.toUpperCase(), ...'0123456789', ...marks, ' ', ' ', ' ']
const anyText = fc
  .array(fc.constantFrom(...chars), { maxLength: 14 })
  .map((list) => list.join('').replace(/\s+/g, ' ').trim())
/** Texts that are near each other, so that the lower levels decide. */
const nearTexts = fc
  .tuple(fc.array(fc.constantFrom(...'aăâeoôơuưdđ'), { minLength: 1, maxLength: 4 }), fc.infiniteStream(fc.nat()))
  .map(([base, numbers]) => {
    const dress = () =>
      base
        .map((letter) => {
          const tone =
            ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'][(numbers.next().value as number) % 6] ?? ''
          const dressed = /[dđ]/.test(letter) ? letter : (letter + tone).normalize('NFC')
          return (numbers.next().value as number) % 2 ? dressed : dressed.toUpperCase()
        })
        .join('')
    return [dress(), dress()] as const
  })

const sign = Math.sign
function agrees(a: string, b: string): void {
  expect(sign(byKey(sortKey(a), sortKey(b))), `${a} | ${b}`).toBe(sign(collator.compare(a, b)))
}

describe('the Vietnamese order as a key', () => {
  it('agrees with Intl.Collator on any two texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => agrees(a, b)),
      { numRuns: 3000 },
    )
  })
  it('agrees where only tones and capitals differ', () => {
    fc.assert(
      fc.property(nearTexts, ([a, b]) => agrees(a, b)),
      { numRuns: 3000 },
    )
  })
  it('orders bytes as it orders characters', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const [x, y] = [sortKey(a), sortKey(b)]
        expect(sign(Buffer.compare(Buffer.from(x), Buffer.from(y)))).toBe(byKey(x, y))
      }),
    )
  })
  it('does not depend on the normal form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sortKey(text.normalize('NFD'))).toBe(sortKey(text))
      }),
    )
  })
  it('orders numbers by their value and words before longer words', () => {
    const names = [
      'Chi bộ 10',
      'Chi bộ 2',
      'Đảng bộ Ân',
      'Đảng bộ An',
      'Đảng bộ Anh',
      'Chi bộ',
      'Dân vận',
      'Đảng bộ Ăn',
    ]
    expect([...names].sort((a, b) => byKey(sortKey(a), sortKey(b)))).toEqual([
      'Chi bộ',
      'Chi bộ 2',
      'Chi bộ 10',
      'Dân vận',
      'Đảng bộ An',
      'Đảng bộ Anh',
      'Đảng bộ Ăn',
      'Đảng bộ Ân',
    ])
  })
  it('orders people by given name, then family name', () => {
    const people = ['Đỗ Minh Hạnh', 'Trần Văn An', 'Lê Thị Ánh', 'Bùi Thị An', 'Hạnh', 'Đỗ Anh Hạnh', 'Nguyễn Ân']
    expect([...people].sort((a, b) => byKey(personSortKey(a), personSortKey(b)))).toEqual([
      'Bùi Thị An',
      'Trần Văn An',
      'Lê Thị Ánh',
      'Nguyễn Ân',
      'Hạnh',
      'Đỗ Anh Hạnh',
      'Đỗ Minh Hạnh',
    ])
  })
})
