import { fold } from '#kernel/contract/fold.ts'
import { languages } from '#kernel/contract/text.ts'
import { columns, type Field } from '../export/columns.rules.ts'
import { sheetTexts } from '../export/sheet.text.ts'

/** What a list may say of a unit. */
export const taken = ['id', 'name', 'shortName', 'type', 'typeCode', 'parent', 'parentId', 'from', 'until'] as const
export type Taken = (typeof taken)[number]

/** Which column (from 0) is what; `rest` are titles of columns that are not taken in, `said` those of an earlier refusal. */
export interface Layout {
  /** Index of the row of titles. */
  readonly head: number
  readonly titles: readonly string[]
  readonly at: Readonly<Partial<Record<Taken, number>>>
  readonly rest: readonly string[]
  readonly said: readonly number[]
}

/** Why the titles are not understood, with the column (from 0) where there is one. */
export interface HeadFault {
  readonly code: 'no_titles' | 'twice_the_same_column'
  readonly row: number
  readonly column: number | null
  readonly title: string
}

/** Other words for the columns, folded: as offices write them. */
const others: Readonly<Partial<Record<Taken | 'said', readonly string[]>>> = {
  id: ['ma to chuc', 'ma to chuc dang', 'unit id'],
  name: ['ten', 'ten to chuc dang', 'to chuc dang', 'ten chi bo', 'ten dang bo', 'unit', 'unit name'],
  shortName: ['ten tat', 'viet tat', 'short'],
  type: ['loai', 'loai to chuc', 'loai hinh to chuc', 'unit type'],
  parent: [
    'cap tren',
    'cap tren truc tiep',
    'truc thuoc',
    'ten cap tren',
    'don vi cap tren',
    'parent',
    'superior unit',
  ],
  parentId: ['ma to chuc cap tren', 'parent id'],
  from: ['ngay thanh lap', 'ngay bat dau', 'from', 'start'],
  until: ['den ngay', 'ngay ket thuc', 'until', 'end', 'to'],
  said: ['ly do', 'o can sua', 'reason', 'cell to mend'],
}

const meanings = new Map<string, Field | Taken | 'said'>([
  ...columns.flatMap(({ field }) => languages.map((one) => [fold(sheetTexts[one][`column.${field}`]), field] as const)),
  ...Object.entries(others).flatMap(([field, words]) => words.map((word) => [word, field as Taken | 'said'] as const)),
])

/** Titles may stand below a heading of the paper, so many rows at most. */
const lookedAt = 10

/** Finds the row of titles and what each column is: in Vietnamese or English, as this product gives them out or as offices write them. */
export function understandHeads(rows: readonly (readonly string[])[]): Layout | HeadFault {
  const head = rows.slice(0, lookedAt).findIndex((row) => row.some((title) => meanings.get(fold(title)) === 'name'))
  if (head < 0) return { code: 'no_titles', row: 0, column: null, title: '' }
  const titles = rows[head]!
  const at: Partial<Record<Taken, number>> = {}
  const rest: string[] = []
  const said: number[] = []
  for (const [column, title] of titles.entries()) {
    const meaning = meanings.get(fold(title))
    if (meaning === 'said') said.push(column)
    else if (meaning === undefined || !isTaken(meaning)) {
      if (title.trim() !== '') rest.push(title.trim())
    } else if (at[meaning] !== undefined) return { code: 'twice_the_same_column', row: head, column, title }
    else at[meaning] = column
  }
  return { head, titles, at, rest, said }
}

function isTaken(field: string): field is Taken {
  return (taken as readonly string[]).includes(field)
}
