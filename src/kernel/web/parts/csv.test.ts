import { describe, expect, it } from 'vitest'
import { csvCell, toCsv } from './csv.ts'

describe('a table as a CSV file', () => {
  it('never hands a spreadsheet a formula', () => {
    for (const text of ['=SUM(A1)', '+84 24', '-cmd', '@import', '\t=1', '  =1']) expect(csvCell(text)).toContain("'")
    expect(csvCell(-5)).toBe('-5')
    expect(csvCell('Đảng uỷ')).toBe('Đảng uỷ')
  })
  it('quotes what needs it and begins with the byte order mark', () => {
    expect(
      toCsv(
        ['Tên', 'Số'],
        [
          ['Lan, "Thuỷ"', 2],
          [null, 3.5],
        ],
      ),
    ).toBe('\uFEFFTên,Số\r\n"Lan, ""Thuỷ""",2\r\n,3.5\r\n')
  })
})
