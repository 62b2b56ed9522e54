import type { PlainDate } from '#kernel/contract/dates.ts'
import { useWords } from '../say.part.tsx'
import { typesUnder } from './types.rules.ts'

/** A type to choose, with its name of the day. */
interface Choice {
  readonly value: string
  readonly label: string
}

/**
 * The types that may stand under a type on a day, to choose from. What is chosen already stays among them, so that a list never shows
 * another type than the draft holds: that it may not stand there is for the rehearsal to say.
 */
export function useTypesUnder(parentType: string | null | undefined, on: PlainDate): (chosen?: string) => Choice[] {
  const words = useWords()
  return (chosen = '') => {
    const codes = words.terms ? typesUnder(words.terms, parentType, on) : []
    const all = chosen === '' || codes.includes(chosen) ? codes : [...codes, chosen]
    return all.map((value) => ({ value, label: words.type(value, on) }))
  }
}
