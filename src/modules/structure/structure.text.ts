import { textsOf } from '#kernel/contract/text.ts'
import { en } from './structure.text.en.ts'
import { vi } from './structure.text.vi.ts'

/** The texts of structure in both languages. */
export const structureTexts = textsOf(vi, en)
