import { textsOf } from '#kernel/contract/text.ts'
import { en } from './set-up.text.en.ts'
import { vi } from './set-up.text.vi.ts'

/** The texts of the set-up. */
export const setUpTexts = textsOf(vi, en)
