import { textsOf } from '#kernel/contract/text.ts'
import { en } from './sheet.text.en.ts'
import { vi } from './sheet.text.vi.ts'

/** Titles of a table of units in both languages. */
export const sheetTexts = textsOf(vi, en)
