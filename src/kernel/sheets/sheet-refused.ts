import type { Sentence } from '#kernel/contract/problem.ts'
import { say, type TextParams } from '#kernel/contract/text.ts'
import { sheetTexts } from './sheets.text.ts'

/** Why a file is not taken; each has its sentence in `sheets.text.vi.ts`. */
export type SheetRefusalCode = keyof typeof sheetTexts.vi

/** A file that is not taken as it is. The fault lies in the file, so the person gets the sentence; it is never an alarm. */
export class SheetRefused extends Error {
  override name = 'SheetRefused'
  readonly code: SheetRefusalCode
  /** The cell it lies in, as the spreadsheet program names it (`C17`); null where it lies in the file as a whole. */
  readonly place: string | null
  readonly params: TextParams
  readonly sentence: Sentence
  constructor(code: SheetRefusalCode, place: string | null = null, params: TextParams = {}) {
    super(place ? `${code} at ${place}` : code)
    this.code = code
    this.place = place
    this.params = place ? { ...params, place } : params
    this.sentence = { vi: say(sheetTexts, 'vi', code, this.params), en: say(sheetTexts, 'en', code, this.params) }
  }
}

/** Bytes as the person is told them. */
export function megabytes(bytes: number): { megabytes: number } {
  return { megabytes: Math.round((bytes / 1024 / 1024) * 10) / 10 }
}
