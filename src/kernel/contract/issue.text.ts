import { en } from './issue.text.en.ts'
import { vi } from './issue.text.vi.ts'
import { textsOf } from './text.ts'

/** The sentences on one place of an input, whichever capability is asked. */
export const issueTexts = textsOf(vi, en)
