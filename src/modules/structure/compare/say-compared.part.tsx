import { useMemo } from 'react'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { useFormats, useLanguage, useText } from '#kernel/web/language.ts'
import { lowerFirst, upperFirst } from '../first-letter.rules.ts'
import { useSayDate, useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { compareTexts } from './compare.text.ts'
import type { ComparedAct, Countable } from './sums.rules.ts'

/** How figures, acts and what is counted are said on this screen. */
export interface SayCompared {
  /** +48, −45, 0. */
  readonly signed: (value: number) => string
  /** So many of a type within a sentence: "2 chi bộ trực thuộc"; `signed`: "+2 chi bộ trực thuộc". */
  readonly count: (
    counted: { readonly type: string; readonly units: number },
    on: PlainDate,
    signed?: boolean,
  ) => string
  /** "Hợp nhất, 30-QĐ/ĐU"; that no act was found where there is none. */
  readonly act: (act: ComparedAct) => string
  /** The day of an act as exactly as it is known. */
  readonly day: (act: ComparedAct) => string
  /** What is counted, by itself: "Chi bộ", "Đảng bộ cơ sở". */
  readonly counted: (what: Countable) => string
  /** The same within a sentence: "chi bộ". */
  readonly within: (what: Countable | undefined) => string
}

/** The words of comparing two days in the language of the screen. */
export function useSayCompared(): SayCompared {
  const t = useText(compareTexts)
  const s = useText(structureTexts)
  const format = useFormats()
  const language = useLanguage()
  const words = useWords()
  const sayDate = useSayDate()
  return useMemo(() => {
    const counted = ({ code }: Countable) =>
      words.terms?.types.some((type) => type.code === code) ? words.type(code) : words.measure(code)
    const signed = (value: number) =>
      value > 0 ? `+${format.number(value)}` : value < 0 ? `−${format.number(-value)}` : format.number(0)
    return {
      signed,
      count: ({ type, units }, on, withSign = false) => {
        const name = words.shortType(type, on)
        return t('counted', {
          figure: withSign ? signed(units) : format.number(units),
          type: language === 'vi' ? lowerFirst(name) : name,
        })
      },
      act: ({ act }) => {
        if (!act) return t('acts.noAct')
        const kind = upperFirst(s(`act.${act.kind}`))
        const paper = act.decision?.symbol ?? act.decision?.kind
        // What a source first says of a unit is told without a paper.
        if (!paper && act.kind === 'record') return kind
        return `${kind}, ${paper ?? t('acts.unnamed')}`
      },
      day: ({ act, on }) => sayDate(act ? act.effective : { on, precision: 'day' }),
      counted,
      within: (what) => (what ? lowerFirst(counted(what)) : t('units')),
    }
  }, [t, s, format, language, words, sayDate])
}
