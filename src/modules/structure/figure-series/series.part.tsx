import { NativeSelect } from '@mantine/core'
import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { Fragment, useMemo } from 'react'
import { addDays, type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import { useAddress } from '#kernel/web/address.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { FigureMark } from '#kernel/web/parts/figure-mark.part.tsx'
import { PictureFrame } from '#kernel/web/parts/picture-frame.part.tsx'
import { Answer, EmptyState } from '#kernel/web/parts/states.part.tsx'
import type { Card } from '../card/history.rules.ts'
import { PublishedValue } from '../figures/published.part.tsx'
import type { Figures } from '../figures/published.rules.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { figureSeries } from './figure-series.contract.ts'
import classes from './series.module.css'
import { isOfOneDay, layChart, type Series } from './series.rules.ts'
import { SeriesChart } from './series-chart.part.tsx'
import { SeriesTable } from './series-table.part.tsx'

/** One measure of the unit through its whole life; which one stands in the address (`?theo=cells`). */
export function SeriesPicture({ unit, figures }: { readonly unit: Card; readonly figures: Figures }) {
  const t = useText(structureTexts)
  const words = useWords()
  const { asOf, today } = useAsOf()
  const usual = usualMeasure(figures)
  const [view, setView] = useAddress({ theo: usual })
  const from = unit.life.from
  const until = lastDay(unit.life.until, from, asOf > today ? asOf : today)
  const answer = useAnswer(
    figureSeries,
    { unitId: unit.id, measure: view.theo, from, until, every: 'year' },
    { keep: true },
  )
  const title = t('series.title', { measure: words.measure(view.theo) })
  return (
    <div className={classes.around}>
      <NativeSelect
        className={`${classes.choice} no-print`}
        label={t('series.choose')}
        value={view.theo}
        data={figures.measures.map(({ measure }) => ({ value: measure, label: words.measure(measure) }))}
        onChange={(event) => setView({ theo: event.currentTarget.value })}
      />
      <Answer of={answer} lines={6}>
        {(series) => <Drawn series={series} title={title} />}
      </Answer>
    </div>
  )
}

function Drawn({ series, title }: { readonly series: Series; readonly title: string }) {
  const t = useText(structureTexts)
  const words = useWords()
  const { asOf } = useAsOf()
  const { ref, width } = useElementSize()
  const phone = useMediaQuery('(max-width: 47.99em)') ?? false
  const size = phone ? 14 : 12.5
  const chart = useMemo(() => layChart(series, Math.max(width - 34, 320), size), [series, width, size])
  const oneDay = isOfOneDay(series)
  return (
    <div ref={ref}>
      <PictureFrame
        title={title}
        description={`${words.measureDefinition(series.measure)} ${chart?.cut && !oneDay ? t('series.cut') : ''}`}
        name={t('series.file')}
        table={<SeriesTable series={series} />}
      >
        {chart === null ? (
          <EmptyState title={t('series.nothing')} />
        ) : oneDay ? (
          <OneDay series={series} />
        ) : width > 0 ? (
          <SeriesChart chart={chart} series={series} asOf={asOf} size={size} label={title} />
        ) : null}
      </PictureFrame>
    </div>
  )
}

/** All there is, as a sentence: "03/02/2025: 34* (tính từ hồ sơ); 14 (đã công bố)". */
function OneDay({ series }: { readonly series: Series }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const computed = series.points.filter(({ value }) => value !== null)
  const on = computed[0]?.on ?? series.published[0]?.asOf.on
  return (
    <p className={classes.oneDay}>
      {t('series.oneDay', { date: on ? format.date(on) : '' })}{' '}
      {computed.map(({ value, invented }) => (
        <Fragment key="computed">
          <FigureMark invented={invented}>{format.number(value ?? 0)}</FigureMark>{' '}
          <span className="soft">({t(invented ? 'series.invented' : 'series.computed')})</span>{' '}
        </Fragment>
      ))}
      {series.published.map((figure) => (
        <Fragment key={figure.id}>
          <PublishedValue figure={figure} /> <span className="soft">({t('series.published')})</span>{' '}
        </Fragment>
      ))}
    </p>
  )
}

/** The measure shown first: the most often published one that is computed too, else the first. */
function usualMeasure(figures: Figures): string {
  const often = (code: string) => figures.published.filter(({ measure }) => measure === code).length
  const best = [...figures.measures]
    .filter(({ computed }) => computed !== null)
    .sort((a, b) => often(b.measure) - often(a.measure))[0]
  return best?.measure ?? figures.measures[0]?.measure ?? 'cells'
}

/** The last day to ask for: of the unit's life, or the day in front; never before the first. */
function lastDay(until: PlainDate | null, from: PlainDate, now: PlainDate): PlainDate {
  const last = until ? addDays(until, -1) : now
  return last < from ? plainDate(from) : last
}
