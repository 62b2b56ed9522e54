import type { Sentence } from '#kernel/contract/problem.ts'
import { languages, say } from '#kernel/contract/text.ts'
import { importTexts } from './imports.text.ts'
import type { Fault } from './rows.rules.ts'

/** Why a row is refused, in both languages. Numbers of rows are written as the spreadsheet program writes them: without grouping. */
export function sentenceOf({ code, params, why }: Fault): Sentence {
  if (code === 'blocked') return why!
  const plain = Object.fromEntries(Object.entries(params ?? {}).map(([key, value]) => [key, String(value)]))
  return Object.fromEntries(
    languages.map((language) => [language, say(importTexts, language, `fault.${code}`, plain)]),
  ) as Sentence
}
