import { en } from './problem.text.en.ts'
import { vi } from './problem.text.vi.ts'
import { textsOf } from './text.ts'

/** Sentences of refusal by `kind.code`. */
export const problemTexts = textsOf(vi, en)
