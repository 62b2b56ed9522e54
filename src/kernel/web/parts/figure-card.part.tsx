import type { ReactNode } from 'react'
import type { HistoricalDate } from '#kernel/contract/dates.ts'
import { texts } from '../kernel.text.ts'
import { useFormats, useText } from '../language.ts'
import { Chip } from './chip.part.tsx'
import classes from './figure-card.module.css'
import { HistoricalDateText } from './historical-date.part.tsx'

/** What a document states. */
export interface Published {
  readonly value: number
  readonly on: HistoricalDate
  /** The paper, as one would cite it. */
  readonly source: ReactNode
  /** The word before a figure that is not exact: "khoảng", "gần", "hơn". */
  readonly qualifier?: string
}

/** What a figure takes. */
export interface FigureCardProps {
  readonly label: string
  /** Computed from the records of the page's date; null where there is no source. */
  readonly computed: number | null
  readonly published?: Published | null
  /** Why the two differ, or how it is counted. */
  readonly note?: ReactNode
  /** Leads to the rows behind the figure. */
  readonly action?: ReactNode
}

/** A figure: what documents state beside what the records give, with the difference said and never smoothed away. */
export function FigureCard({ label, computed, published, note, action }: FigureCardProps) {
  const t = useText(texts)
  const format = useFormats()
  const main = computed ?? published?.value ?? null
  return (
    <div className={`${classes.card} sheet padded`}>
      <h3>{label}</h3>
      <div className={classes.big}>
        {main === null ? <Chip tone="unsure">{t('figure.noComputed')}</Chip> : <b>{format.number(main)}</b>}
        {published ? <Difference computed={computed} published={published.value} /> : null}
      </div>
      {published === undefined ? null : (
        <dl className={classes.pair}>
          <dt>{t('figure.computed')}</dt>
          <dd>{computed === null ? t('figure.noComputed') : format.number(computed)}</dd>
          <dt>
            {t('figure.published')}
            {published ? (
              <>
                , <HistoricalDateText date={published.on} />
              </>
            ) : null}
          </dt>
          <dd>
            {published
              ? `${published.qualifier ? `${published.qualifier} ` : ''}${format.number(published.value)}`
              : t('figure.noPublished')}
          </dd>
        </dl>
      )}
      {published?.source ? (
        <p className={classes.source}>
          {t('figure.source', { source: '' })}
          {published.source}
        </p>
      ) : null}
      {note ? <p className={classes.source}>{note}</p> : null}
      {action}
    </div>
  )
}

/** The chip that says how the computed figure stands to the published one. */
export function Difference({ computed, published }: { readonly computed: number | null; readonly published: number }) {
  const t = useText(texts)
  if (computed === null) return null
  const difference = computed - published
  if (difference === 0) return <Chip tone="ok">{t('figure.match')}</Chip>
  return <Chip tone="warn">{t(difference > 0 ? 'figure.more' : 'figure.less', { count: Math.abs(difference) })}</Chip>
}
