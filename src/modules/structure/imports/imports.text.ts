import { textsOf } from '#kernel/contract/text.ts'
import { en } from './imports.text.en.ts'
import { vi } from './imports.text.vi.ts'

/** Texts of imports in both languages. */
export const importTexts = textsOf(vi, en)
