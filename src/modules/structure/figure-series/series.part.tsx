import { NativeSelect } from '@mantine/core'
import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { addDays, type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import { useAddress } from '#kernel/web/address.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { PictureFrame } from '#kernel/web/parts/picture-frame.part.tsx'
import { Answer, EmptyState } from '#kernel/web/parts/states.part.tsx'
import type { Card } from '../card/history.rules.ts'
import type { Figures } from '../figures/published.rules.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { figureSeries } from './figure-series.contract.ts'
import classes from './series.module.css'
import { layChart, type Series } from './series.rules.ts'
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
  return (
    <div ref={ref}>
      <PictureFrame
        title={title}
        description={`${words.measureDefinition(series.measure)} ${chart?.cut ? t('series.cut') : ''}`}
        name={t('series.file')}
        table={<SeriesTable series={series} />}
      >
        {chart === null ? (
          <EmptyState title={t('series.nothing')} />
        ) : width > 0 ? (
          <SeriesChart chart={chart} series={series} asOf={asOf} size={size} label={title} />
        ) : null}
      </PictureFrame>
    </div>
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
