import { textsOf } from '#kernel/contract/text.ts'
import { en } from './change-password.text.en.ts'
import { vi } from './change-password.text.vi.ts'

/** The texts of one's own account. */
export const changePasswordTexts = textsOf(vi, en)
