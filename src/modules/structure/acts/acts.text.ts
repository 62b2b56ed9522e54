import { textsOf } from '#kernel/contract/text.ts'
import { en } from './acts.text.en.ts'
import { vi } from './acts.text.vi.ts'

/** The texts of acts of structure in both languages: why one is blocked, and its screens. */
export const actTexts = textsOf(vi, en)
