import type { MadeFile } from '#kernel/server/download.ts'
import type { WorkbookSheet } from '#kernel/sheets/sheet.ts'
import { writeXlsx } from '#kernel/sheets/write-xlsx.ts'
import { type Paper, paperTitles } from '../act/paper.rules.ts'
import { mediaTypes } from '../export/export.write.ts'
import type { ActLine } from '../words.contract.ts'

/** What a file of annexes is written from. */
export interface Found {
  readonly act: Pick<ActLine, 'effective' | 'decision'>
  readonly papers: readonly Paper[]
}

/** What the file is called, after the symbol as far as a file's name can hold it: `phu-luc-12-QD-DUK-2023-03-01.xlsx`. */
export function nameOfAnnex({ effective, decision }: Found['act']) {
  const symbol = (decision?.symbol ?? '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
  return {
    name: ['phu-luc', symbol, effective.on].filter(Boolean).join('-').concat('.xlsx'),
    mediaType: mediaTypes.xlsx,
  }
}

/** Writes the lists, one sheet each. */
export function writeAnnex({ act, papers }: Found): MadeFile {
  return { ...nameOfAnnex(act), bytes: writeXlsx(...papers.map(sheetOf)) }
}

const widths = [6, 44, 24, 36, 36, 36]

function sheetOf({ number, kind, about, citation, revoked, lines, sum }: Paper): WorkbookSheet {
  const bold = (text: string | null) => (text === null ? [] : [{ text, style: 'bold' as const }])
  return {
    sheetName: number ?? 'Danh sách',
    columns: paperTitles.map((title, at) => ({ title, kind: at === 0 ? 'number' : 'text', width: widths[at]! })),
    rows: lines.map(({ cells }, at) => [at + 1, ...cells]),
    paper: {
      over: [...[number, kind, about].flatMap(bold), { text: citation, style: 'italic' }, ...bold(revoked)],
      under: [sum],
    },
  }
}
