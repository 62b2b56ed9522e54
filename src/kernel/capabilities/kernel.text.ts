import { textsOf } from '#kernel/contract/text.ts'
import { en } from './kernel.text.en.ts'
import { vi } from './kernel.text.vi.ts'

/** The texts of the kernel's own capabilities in both languages. */
export const kernelCapabilityTexts = textsOf(vi, en)
