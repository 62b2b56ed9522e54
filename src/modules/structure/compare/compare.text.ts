import { textsOf } from '#kernel/contract/text.ts'
import { en } from './compare.text.en.ts'
import { vi } from './compare.text.vi.ts'

/** The texts of comparing two days in both languages. */
export const compareTexts = textsOf(vi, en)
