import { describe, expect, it } from 'vitest'
import { readSheet } from './read-sheet.ts'
import { answerTo, wide } from './testing.ts'

const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return big ? bytes.swap16() : bytes
}

describe('a CSV file', () => {
  it('is read in UTF-8 and in UTF-16 with its mark', async () => {
    const rows = [
      ['Tên', 'Số'],
      ['Đảng uỷ', '1'],
    ]
    const text = 'Tên,Số\r\nĐảng uỷ,1\r\n'
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16(text), utf16(text, true)])
      expect(await readSheet(bytes, wide)).toEqual({ format: 'csv', name: '', rows })
  })
  it('may be separated by comma, semicolon or tab, with other separators inside its cells', async () => {
    const read = (text: string) => answerTo(Buffer.from(text))
    expect(await read('a;b\n1,5;2\n2,5;3')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
      ['2,5', '3'],
    ])
    expect(await read('Tên, viết tắt;Mã;Số\nĐảng uỷ A;X;3\n')).toEqual([
      ['Tên, viết tắt', 'Mã', 'Số'],
      ['Đảng uỷ A', 'X', '3'],
    ])
    expect(await read('"a";"b,c"\n"1";"2"')).toEqual([
      ['a', 'b,c'],
      ['1', '2'],
    ])
    expect(await read('a\tb;c\n1\t2')).toEqual([
      ['a', 'b;c'],
      ['1', '2'],
    ])
    expect(await read('a,b;c;d\n1,5;2;3')).toEqual([
      ['a,b', 'c', 'd'],
      ['1,5', '2', '3'],
    ])
    expect(await read('một cột\nhai')).toEqual([['một cột'], ['hai']])
  })
  it('may have quotes and line breaks within quotes, and any line ends', async () => {
    expect(await answerTo(Buffer.from('"a ""b"",\r\nc",d\r"",12" x\n\n,\n'))).toEqual([
      ['a "b",\r\nc', 'd'],
      ['', '12" x'],
    ])
    expect(await answerTo(Buffer.from('a,b\n\nc,'))).toEqual([['a', 'b'], [], ['c']])
  })
  it('loses the apostrophe that guards against formulas, and days typed in it are told as days', async () => {
    expect(await answerTo(Buffer.from("'=1+1,''-a,'tên,15/1/2024"))).toEqual([['=1+1', "'-a", "'tên", '2024-01-15']])
  })
  it('is refused where a quote is not closed or goes on behind its end', async () => {
    expect(await answerTo(Buffer.from('a,b\nc,"d\ne,f'))).toBe('broken_quotes B2')
    expect(await answerTo(Buffer.from('a,b\n"c" d,e'))).toBe('broken_quotes A2')
    expect(await answerTo(Buffer.from(',"a'))).toBe('broken_quotes B1')
  })
  it('is refused in any other encoding, and so is what is no text', async () => {
    expect(await answerTo(Buffer.from([0x54, 0xea, 0x6e, 0x2c, 0xd0]))).toBe('not_unicode')
    expect(await answerTo(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41]))).toBe('not_unicode')
    for (const bytes of ['', 'a,b\0c', '<html><table>', '<?xml version="1.0"?><Workbook/>', '%PDF-1.7\n', '{\\rtf1'])
      expect(await answerTo(Buffer.from(bytes))).toBe('not_a_spreadsheet')
    expect(await answerTo(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]))).toBe('not_a_spreadsheet')
  })
  it('keeps to the limits', async () => {
    const limits = { ...wide, rows: 2, columns: 2, cellCharacters: 3 }
    const told = (text: string) => answerTo(Buffer.from(text), limits)
    expect(await told('abc,b\n1,2\n\n')).toEqual([
      ['abc', 'b'],
      ['1', '2'],
    ])
    expect(await told('a,b\n1,2\n3')).toBe('too_many_rows A3')
    expect(await told('a,b\n1,2,3')).toBe('too_many_columns C2')
    expect(await told('a,abcd')).toBe('cell_too_long B1')
  })
})
