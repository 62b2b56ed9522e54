import { textsOf } from '#kernel/contract/text.ts'
import { en } from './settings.text.en.ts'
import { vi } from './settings.text.vi.ts'

/** The texts of the installation's settings. */
export const settingsTexts = textsOf(vi, en)
