import { textsOf } from '#kernel/contract/text.ts'
import { en } from './access.text.en.ts'
import { vi } from './access.text.vi.ts'

/** The texts of access in both languages. */
export const accessTexts = textsOf(vi, en)
