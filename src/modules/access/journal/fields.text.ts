import { textsOf } from '#kernel/contract/text.ts'
import { en } from './fields.text.en.ts'
import { vi } from './fields.text.vi.ts'

/** Words for fields that occur in journal entries of any module; a module's own `field.<name>` goes before them. */
export const fieldTexts = textsOf(vi, en)
