import type { OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import type { act } from '../act/act.contract.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { actTexts } from './acts.text.ts'

type Act = OutputOf<typeof act>

/** An act in a few words, within a sentence: "hợp nhất 2 chi bộ từ 01/03/2023". */
export function useSayAct(): (kind: Act['kind'], types: readonly string[], effective: PlainDate) => string {
  const t = useText(actTexts)
  const s = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  return (kind, types, effective) => {
    const sorts = [...new Set(types)]
    const units =
      sorts.length === 1
        ? words.count({ type: sorts[0]!, units: types.length }, effective)
        : t('say.units', { count: types.length })
    return t('say.act', { kind: s(`act.${kind}`), units, date: format.date(effective) })
  }
}

/** The types of the units that an entered act is about: those that begin by a founding, else those that end, else those that change. */
export function mainTypes(kind: Act['kind'], units: Act['units']): readonly string[] {
  const of = (part: Act['units'][number]['part']) => units.filter((unit) => unit.part === part).map(({ type }) => type)
  const orders = kind === 'establish' || kind === 'separate' ? ['opened'] : ['ended', 'changed', 'opened']
  return (orders as readonly Act['units'][number]['part'][]).map(of).find((types) => types.length > 0) ?? []
}
