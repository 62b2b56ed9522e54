import { formatDate, type HistoricalDate } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import { type Language, languages, say } from '#kernel/contract/text.ts'
import { structureTexts } from '../structure.text.ts'
import type { ActLine } from '../words.contract.ts'
import { actTexts } from './acts.text.ts'

/** An act within a sentence, in both languages: "hợp nhất từ 01/03/2023 (Quyết định 12-QĐ/ĐUK)". */
export function toldAct({ kind, effective, decision }: Pick<ActLine, 'kind' | 'effective' | 'decision'>): Sentence {
  const told = (language: Language) => {
    const act = say(actTexts, language, 'told.act', {
      kind: say(structureTexts, language, `act.${kind}`),
      date: dateOf(effective, language),
    })
    const paper = [decision?.kind, decision?.symbol].filter(Boolean).join(' ')
    return paper === '' ? act : `${act} (${paper})`
  }
  return Object.fromEntries(languages.map((language) => [language, told(language)])) as Sentence
}

/** A date as far as it is known. */
function dateOf({ on, precision }: HistoricalDate, language: Language): string {
  const [year = '', month = ''] = on.split('-')
  if (precision === 'month') return say(actTexts, language, 'told.month', { month: String(Number(month)), year })
  if (precision === 'year') return say(actTexts, language, 'told.year', { year })
  if (precision === 'unknown') return say(actTexts, language, 'told.unknown')
  return say(actTexts, language, precision === 'day' ? 'told.day' : 'told.notLater', { date: formatDate(on) })
}
