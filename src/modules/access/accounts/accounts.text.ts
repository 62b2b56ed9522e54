import { textsOf } from '#kernel/contract/text.ts'
import { en } from './accounts.text.en.ts'
import { vi } from './accounts.text.vi.ts'

/** The texts of the list of accounts and of making one. */
export const accountsTexts = textsOf(vi, en)
