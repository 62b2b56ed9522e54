import { textsOf } from '#kernel/contract/text.ts'
import { en } from './sheets.text.en.ts'
import { vi } from './sheets.text.vi.ts'

/** Sentences of `SheetRefused` by its code. */
export const sheetTexts = textsOf(vi, en)
