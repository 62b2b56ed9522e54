import type { PlainDate } from '#kernel/contract/dates.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { FigureMark } from '#kernel/web/parts/figure-mark.part.tsx'
import { HistoricalDateText } from '#kernel/web/parts/historical-date.part.tsx'
import { useWords } from '../say.part.tsx'
import { SourceNote } from '../source-note.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { AgreementBeside, AgreementChip } from './agreement.part.tsx'
import type { PublishedFigure } from './figures.contract.ts'
import { spanOf } from './published.rules.ts'

/** A published figure as it was said: "gần 5.800". */
export function PublishedValue({ figure }: { readonly figure: PublishedFigure }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const word = figure.qualifier === 'exact' ? '' : `${t(`qualifier.${figure.qualifier}`)} `
  return <span>{word + format.number(figure.value)}</span>
}

/** Why nothing is computed: nothing in the product counts this measure, the figure's day is unknown, or no source tells of the day. */
export function NotComputed({ measure, of }: { readonly measure: string; readonly of?: PublishedFigure['asOf'] }) {
  const t = useText(structureTexts)
  const words = useWords()
  if (!words.isCounted(measure)) return <span className="soft">{t('figures.notCounted')}</span>
  return <Chip tone="unsure">{t(of?.precision === 'unknown' ? 'figures.unknownDay' : 'figures.noSource')}</Chip>
}

/** The figure computed for the published one's own day; the last day of its month or year is named. */
export function ComputedThatDay({ figure }: { readonly figure: PublishedFigure }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const { computed, asOf, computedInvented } = figure
  if (computed === null) return <NotComputed measure={figure.measure} of={asOf} />
  return (
    <>
      <FigureMark invented={computedInvented}>{format.number(computed)}</FigureMark>
      {asOf.precision === 'day' ? null : (
        <div className="soft small">{t('figures.onDay', { date: format.date(spanOf(asOf).until) })}</div>
      )}
    </>
  )
}

/** The source of a published figure with its definition, its words and the figure computed for its day, one press away. */
export function PublishedSource({ figure }: { readonly figure: PublishedFigure }) {
  const t = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  return (
    <SourceNote source={figure.source} label={t('source.definition')}>
      <div>
        <div className="soft small">{t('figures.definition')}</div>
        <div>{words.sentence(figure.definition)}</div>
      </div>
      {figure.asWritten ? (
        <div>
          <div className="soft small">{t('figures.asWritten')}</div>
          <div>“{figure.asWritten}”</div>
        </div>
      ) : null}
      <div>
        <div className="soft small">
          {figure.asOf.precision === 'unknown'
            ? t('figures.column.computedThatDay')
            : t('figures.computedThatDay', { date: format.date(spanOf(figure.asOf).until) })}
        </div>
        <div>
          {figure.computed === null ? (
            <NotComputed measure={figure.measure} of={figure.asOf} />
          ) : (
            <FigureMark invented={figure.computedInvented}>{format.number(figure.computed)}</FigureMark>
          )}{' '}
          <AgreementChip figure={figure} />
        </div>
      </div>
    </SourceNote>
  )
}

/** One line beside the figures of a day: "5.529 (31/12/2023) khớp cùng ngày · định nghĩa và nguồn". */
export function PublishedLine({ figure, on }: { readonly figure: PublishedFigure; readonly on: PlainDate }) {
  const t = useText(structureTexts)
  return (
    <>
      {t('figures.publishedShort')} <PublishedValue figure={figure} /> (<HistoricalDateText date={figure.asOf} />){' '}
      <AgreementBeside figure={figure} on={on} /> <PublishedSource figure={figure} />
    </>
  )
}
