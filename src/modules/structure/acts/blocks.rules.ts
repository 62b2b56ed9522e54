import type { Sentence } from '#kernel/contract/problem.ts'
import { type Language, languages } from '#kernel/contract/text.ts'
import { structureTexts } from '../structure.text.ts'
import type { EnteredKind } from '../words.contract.ts'
import { actTexts } from './acts.text.ts'
import type { Block } from './plan.rules.ts'

/** At most so many names in one sentence. */
const shown = 5

/** Why an act cannot be entered so, in both languages, with the units it is about. */
export function blockSentence(code: Block['code'], kind: EnteredKind | null, names: readonly string[]): Sentence {
  const said = (language: Language) => {
    const why = code === 'not_this_kind' && kind ? actTexts[language][`law.${kind}`] : textOf(code, language)
    if (names.length === 0) return `${why}.`
    const more = names.length > shown ? ` … (${names.length})` : ''
    return `${why}: ${names.slice(0, shown).join(', ')}${more}.`
  }
  return Object.fromEntries(languages.map((language) => [language, said(language)])) as Sentence
}

function textOf(code: Block['code'], language: Language): string {
  const key = `block.${code}`
  const own = (actTexts[language] as Readonly<Record<string, string>>)[key]
  return own ?? (structureTexts[language] as Readonly<Record<string, string>>)[`contradiction.${code}`] ?? code
}
