import type { OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import type { act } from '../act/act.contract.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { actTexts } from './acts.text.ts'

type Act = OutputOf<typeof act>

/** A unit that an act is about. */
interface About {
  readonly type: string
  readonly name: string | null
}

/** An act in a few words, within a sentence: "hợp nhất 2 chi bộ từ 01/03/2023"; of a single unit by its name. */
export function useSayAct(): (kind: Act['kind'], about: readonly About[], effective: PlainDate) => string {
  const t = useText(actTexts)
  const s = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  return (kind, about, effective) => {
    const [only, ...others] = new Set(about.map(({ type }) => type))
    const units =
      about.length === 1 && about[0]!.name
        ? about[0]!.name
        : only !== undefined && others.length === 0
          ? words.count({ type: only, units: about.length }, effective)
          : t('say.units', { count: about.length })
    return t('say.act', { kind: s(`act.${kind}`), units, date: format.date(effective) })
  }
}

/** The units that an entered act is about: those that begin by a founding, else those that end, else those that change. */
export function mainUnits(kind: Act['kind'], units: Act['units']): readonly About[] {
  const of = (part: Act['units'][number]['part']) =>
    units.filter((unit) => unit.part === part).map(({ type, unit }) => ({ type, name: unit.name }))
  const orders = kind === 'establish' || kind === 'separate' ? ['opened'] : ['ended', 'changed', 'opened']
  return (orders as readonly Act['units'][number]['part'][]).map(of).find((found) => found.length > 0) ?? []
}
