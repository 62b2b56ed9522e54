import { useFormats, useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { HistoricalDateText } from '#kernel/web/parts/historical-date.part.tsx'
import { useWords } from '../say.part.tsx'
import { SourceNote } from '../source-note.part.tsx'
import { structureTexts } from '../structure.text.ts'
import type { PublishedFigure } from './figures.contract.ts'
import { agreementOf, spanOf } from './published.rules.ts'

/** A published figure as it was said: "gần 5.800". */
export function PublishedValue({ figure }: { readonly figure: PublishedFigure }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const word = figure.qualifier === 'exact' ? '' : `${t(`qualifier.${figure.qualifier}`)} `
  return <span>{word + format.number(figure.value)}</span>
}

/** "khớp", "chênh 12", or that a round word covers the computed figure; always for the published figure's own day. */
export function AgreementChip({ figure }: { readonly figure: PublishedFigure }) {
  const t = useText(structureTexts)
  const agreement = agreementOf(figure)
  if (agreement === 'alone') return <Chip tone="unsure">{t('agreement.alone')}</Chip>
  if (agreement === 'differs')
    return <Chip tone="warn">{t('agreement.differs', { count: Math.abs(figure.difference ?? 0) })}</Chip>
  return <Chip tone="ok">{t(`agreement.${agreement}`)}</Chip>
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
          {t('figures.computedThatDay', { date: format.date(spanOf(figure.asOf).until) })}
        </div>
        <div>
          {figure.computed === null ? t('figures.notComputed') : format.number(figure.computed)}{' '}
          <AgreementChip figure={figure} />
        </div>
      </div>
    </SourceNote>
  )
}

/** One line: "5.529 (31/12/2023) khớp · định nghĩa và nguồn". */
export function PublishedLine({ figure }: { readonly figure: PublishedFigure }) {
  const t = useText(structureTexts)
  return (
    <>
      {t('figures.publishedShort')} <PublishedValue figure={figure} /> (<HistoricalDateText date={figure.asOf} />){' '}
      <AgreementChip figure={figure} /> <PublishedSource figure={figure} />
    </>
  )
}
