import { formatDate } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import { fill, type Language, languages, say } from '#kernel/contract/text.ts'
import { structureTexts } from '../structure.text.ts'
import type { EnteredKind } from '../words.contract.ts'
import { actTexts } from './acts.text.ts'
import type { Block } from './plan-blocks.rules.ts'

/** What the sentence of a block is said with. */
export interface BlockWords {
  readonly kind: EnteredKind | null
  /** The name of a unit; null where the sentence is to do without. */
  readonly name: (unitId: string) => string | null
  /** An act that stands in the book, within a sentence; null where it is none. */
  readonly act: (actId: string) => Sentence | null
  /** What something that belongs to a unit is called. */
  readonly thing: (belonging: NonNullable<Block['belonging']>) => Sentence
}

/** The words where nothing but the reason itself is to be said: the place tells whom it is about. */
export function plainWords(kind: EnteredKind): BlockWords {
  return { kind, name: () => null, act: () => null, thing: ({ thing }) => ({ vi: thing, en: thing }) }
}

/** Why an act cannot be entered so, in both languages, with the units it is about and the act that is in the way. */
export function blockSentence(block: Block, words: BlockWords): Sentence {
  const said = (language: Language) =>
    [reason(block, words, language), because(block, words, language)].filter(Boolean).join(' ')
  return Object.fromEntries(languages.map((language) => [language, said(language)])) as Sentence
}

function reason(block: Block, words: BlockWords, language: Language): string {
  const { code, units, belonging } = block
  const names = units.flatMap((unit) => words.name(unit) ?? [])
  const unit = () => names[0] ?? say(actTexts, language, 'block.aUnit')
  if (belonging && (code === 'belongs_later' || code === 'belongs_to_it')) {
    const thing = words.thing(belonging)[language]
    const date = formatDate(belonging.valid.from)
    return `${say(actTexts, language, `block.${code}`, { thing, unit: unit(), date })}.`
  }
  if (code === 'living_children') {
    const count = units.length - 1
    const why = say(actTexts, language, 'block.living_children', { unit: unit(), count })
    return names.length > 1 ? `${why}: ${listed(names.slice(1), language)}.` : `${why}.`
  }
  const why = code === 'not_this_kind' && words.kind ? actTexts[language][`law.${words.kind}`] : textOf(block, language)
  return names.length > 0 ? `${why}: ${listed(names, language)}.` : `${why}.`
}

function because({ because }: Block, words: BlockWords, language: Language): string {
  const act = because && words.act(because.act)
  if (!act) return ''
  const unit = because.unit && words.name(because.unit)
  const how = unit ? because.how : 'stands'
  return say(actTexts, language, `because.${how}`, { act: act[language], unit: unit ?? '' })
}

/** At most so many names in one sentence. */
const shown = 3

/** The first of some names, and how many more there are. */
function listed(names: readonly string[], language: Language): string {
  const first = names.slice(0, shown).join(', ')
  return names.length > shown ? first + say(actTexts, language, 'act.andMore', { count: names.length - shown }) : first
}

function textOf({ code, because }: Block, language: Language): string {
  const own = actTexts[language] as Readonly<Record<string, string>>
  const later = because?.how === 'stands' ? own[`block.${code}.later`] : undefined
  const text =
    later ??
    own[`block.${code}`] ??
    (structureTexts[language] as Readonly<Record<string, string>>)[`contradiction.${code}`]
  return fill(text ?? code, language)
}
