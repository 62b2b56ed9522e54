import { textsOf } from '#kernel/contract/text.ts'
import { en } from './journal.text.en.ts'
import { vi } from './journal.text.vi.ts'

/** The texts of the journal's screen. */
export const journalTexts = textsOf(vi, en)
