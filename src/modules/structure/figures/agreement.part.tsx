import type { PlainDate } from '#kernel/contract/dates.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { FigureMark } from '#kernel/web/parts/figure-mark.part.tsx'
import { structureTexts } from '../structure.text.ts'
import type { PublishedFigure } from './figures.contract.ts'
import classes from './figures.module.css'
import { agreementOf, spanOf } from './published.rules.ts'

/**
 * "khớp cùng ngày", "chênh 12", or that a round word covers the computed figure: always for the published figure's own day, which is named
 * where it is only the last of a month or year. Invented units prove nothing, so no such figure is said to agree.
 */
export function AgreementChip({ figure }: { readonly figure: PublishedFigure }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const agreement = agreementOf(figure)
  const count = Math.abs(figure.difference ?? 0)
  if (agreement === 'alone') return <Chip tone="unsure">{t('agreement.alone')}</Chip>
  if (figure.computedInvented) {
    if (agreement === 'differs') return <Chip tone="invented">{t('agreement.differsInvented', { count })}</Chip>
    return <span className={classes.built}>{t(figure.entered ? 'agreement.equalInvented' : 'agreement.built')}</span>
  }
  const tone = agreement === 'differs' ? 'warn' : 'ok'
  if (figure.asOf.precision === 'day') return <Chip tone={tone}>{t(`agreement.${agreement}`, { count })}</Chip>
  const date = format.date(spanOf(figure.asOf).until)
  return <Chip tone={tone}>{t(`agreement.${agreement}On`, { count, date })}</Chip>
}

/** The same beside a figure of another day: what was computed for the published one's own day is said, so that the two do not seem to agree. */
export function AgreementBeside({ figure, on }: { readonly figure: PublishedFigure; readonly on: PlainDate }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const { computed, computedInvented, asOf } = figure
  const day = spanOf(asOf).until
  if (computed === null || day === on) return <AgreementChip figure={figure} />
  const date = format.date(day)
  if (computedInvented && !figure.entered && agreementOf(figure) !== 'differs')
    return <span className={classes.built}>{t('agreement.builtOn', { date })}</span>
  return (
    <span className="soft">
      {t('agreement.thatDay', { date })} <FigureMark invented={computedInvented}>{format.number(computed)}</FigureMark>
    </span>
  )
}
