import { useMemo } from 'react'
import type { OutputOf } from '#kernel/contract/contract.ts'
import type { HistoricalDate, PlainDate } from '#kernel/contract/dates.ts'
import { contains } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import { formatNumber } from '#kernel/contract/text.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { texts as kernelTexts } from '#kernel/web/kernel.text.ts'
import { useLanguage, useText } from '#kernel/web/language.ts'
import { sayHistorical } from '#kernel/web/parts/date-text.ts'
import { lowerFirst } from './first-letter.rules.ts'
import { structureTexts } from './structure.text.ts'
import { terms } from './terms/terms.contract.ts'
import type { KnownPeriod } from './words.contract.ts'

type Terms = OutputOf<typeof terms>
type KindFamily = Terms['kinds'][number]['family']

/** The frame's names in the language of the screen. A code that the frame does not know is shown as it is. */
export interface Words {
  readonly terms: Terms | undefined
  /** The full name of a type of unit, as it was called on a day. */
  readonly type: (code: string, on?: PlainDate) => string
  /** The short name, for narrow places. */
  readonly shortType: (code: string, on?: PlainDate) => string
  /** So many units of a type, within a sentence: "34 đảng bộ cấp trên cơ sở". */
  readonly count: (counted: { readonly type: string; readonly units: number }, on?: PlainDate) => string
  readonly kind: (family: KindFamily, code: string) => string
  readonly measure: (code: string) => string
  readonly measureDefinition: (code: string) => string
  /** False where nothing in the product counts a measure: then only published figures stand. */
  readonly isCounted: (code: string) => boolean
  readonly sentence: (sentence: Sentence) => string
}

/** Types, kinds and measures by their names; asked once and kept. */
export function useWords(): Words {
  const language = useLanguage()
  const data = useAnswer(terms, {}).data
  return useMemo(() => {
    const typeOf = (code: string, on?: PlainDate) => {
      const same = data?.types.filter((type) => type.code === code) ?? []
      return (on && same.find((type) => contains(type.valid, on))) || same.at(-1)
    }
    const measureOf = (code: string) => data?.measures.find((measure) => measure.code === code)
    const shortType = (code: string, on?: PlainDate) => {
      const type = typeOf(code, on)
      return (type?.shortName ?? type?.name)?.[language] ?? (data ? code : '')
    }
    return {
      terms: data,
      type: (code, on) => typeOf(code, on)?.name[language] ?? (data ? code : ''),
      shortType,
      count: ({ type, units }, on) => {
        const name = shortType(type, on)
        return language === 'vi'
          ? `${formatNumber(units, language)} ${lowerFirst(name)}`
          : `${name}: ${formatNumber(units, language)}`
      },
      kind: (family, code) =>
        data?.kinds.find((kind) => kind.family === family && kind.code === code)?.name[language] ?? (data ? code : ''),
      measure: (code) => measureOf(code)?.name[language] ?? (data ? code : ''),
      measureDefinition: (code) => measureOf(code)?.definition[language] ?? '',
      isCounted: (code) => measureOf(code)?.computed !== 'none',
      sentence: (sentence) => sentence[language],
    }
  }, [data, language])
}

/** A historical date in words: 07/11/1948, tháng 6/1953, chưa rõ ngày. */
export function useSayDate(): (date: HistoricalDate) => string {
  const t = useText(kernelTexts)
  return useMemo(() => (date) => sayHistorical(date, t), [t])
}

/** A period in words, as exactly as its ends are known: "từ 11/04/2007 đến 03/02/2025". */
export function useSayPeriod(): (period: KnownPeriod) => string {
  const t = useText(structureTexts)
  const say = useSayDate()
  return useMemo(
    () => (period) => {
      const from = period.fromPrecision === 'unknown' ? null : say({ on: period.from, precision: period.fromPrecision })
      const known = period.until !== null && period.untilPrecision !== 'unknown'
      const until = known ? say({ on: period.until!, precision: period.untilPrecision ?? 'day' }) : null
      if (period.until === null) return from ? t('period.from', { from }) : t('period.unknownFrom')
      if (until === null) return from ? t('period.fromUnknownUntil', { from }) : t('period.unknown')
      return from ? t('period.fromUntil', { from, until }) : t('period.unknownFromUntil', { until })
    },
    [t, say],
  )
}
