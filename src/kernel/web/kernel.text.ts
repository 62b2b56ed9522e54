import { textsOf } from '#kernel/contract/text.ts'
import { en } from './kernel.text.en.ts'
import { vi } from './kernel.text.vi.ts'

/** The texts of the shell and the parts in both languages. */
export const texts = textsOf(vi, en)
