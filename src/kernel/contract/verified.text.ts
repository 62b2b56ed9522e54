import { textsOf } from './text.ts'
import { en } from './verified.text.en.ts'
import { vi } from './verified.text.vi.ts'

/** Sentences for breaks of the sealed journal by `break.<code>`. */
export const verifiedTexts = textsOf(vi, en)
