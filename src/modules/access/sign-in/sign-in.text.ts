import { textsOf } from '#kernel/contract/text.ts'
import { en } from './sign-in.text.en.ts'
import { vi } from './sign-in.text.vi.ts'

/** The texts of the sign-in page. */
export const signInTexts = textsOf(vi, en)
