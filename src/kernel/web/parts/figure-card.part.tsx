import type { ReactNode } from 'react'
import type { HistoricalDate } from '#kernel/contract/dates.ts'
import { texts } from '../kernel.text.ts'
import { type Formats, useFormats, useText } from '../language.ts'
import { Chip } from './chip.part.tsx'
import classes from './figure-card.module.css'
import { FigureMark } from './figure-mark.part.tsx'
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
  /** Computed from the records of the page's date; null where there is no source, or where nothing is counted (`uncounted`). */
  readonly computed: number | null
  /** Invented units are among those counted; `note` explains the sign. */
  readonly invented?: boolean
  /** Why the product does not count this at all ("hệ thống chưa có sổ …"): then no source is missing, and only published figures stand. */
  readonly uncounted?: string
  readonly published?: Published | null
  /** Why the two differ, or how it is counted. */
  readonly note?: ReactNode
  /** Leads to the rows behind the figure. */
  readonly action?: ReactNode
}

/** A figure: what documents state beside what the records give, with the difference said and never smoothed away. */
export function FigureCard(props: FigureCardProps) {
  const { label, computed, uncounted, published, note, action, invented = false } = props
  const t = useText(texts)
  const format = useFormats()
  return (
    <div className={`${classes.card} sheet padded`}>
      <h3>{label}</h3>
      <div className={classes.big}>
        <Main
          computed={computed}
          published={published ?? null}
          uncounted={uncounted !== undefined}
          invented={invented}
        />
        {published && !invented ? <Difference computed={computed} published={published.value} /> : null}
      </div>
      {published === undefined || uncounted ? null : (
        <dl className={classes.pair}>
          <dt>{t('figure.computed')}</dt>
          <dd>
            {computed === null ? (
              t('figure.noComputed')
            ) : (
              <FigureMark invented={invented}>{format.number(computed)}</FigureMark>
            )}
          </dd>
          <dt>
            {t('figure.published')}
            {published ? (
              <>
                , <HistoricalDateText date={published.on} />
              </>
            ) : null}
          </dt>
          <dd>{published ? asPublished(published, format) : t('figure.noPublished')}</dd>
        </dl>
      )}
      {uncounted ? <p className={classes.source}>{uncounted}</p> : null}
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

/** The one figure to read first: the computed one; else the published one, and then it says that it is only that. */
function Main(props: {
  readonly computed: number | null
  readonly published: Published | null
  readonly uncounted: boolean
  readonly invented: boolean
}) {
  const t = useText(texts)
  const format = useFormats()
  const { computed, published } = props
  if (computed !== null)
    return (
      <b>
        <FigureMark invented={props.invented}>{format.number(computed)}</FigureMark>
      </b>
    )
  if (published === null) {
    return <Chip tone="unsure">{t(props.uncounted ? 'figure.uncounted' : 'figure.noComputed')}</Chip>
  }
  return (
    <>
      <b>{asPublished(published, format)}</b>
      <Chip>
        {t('figure.onlyPublished')}, <HistoricalDateText date={published.on} />
      </Chip>
    </>
  )
}

function asPublished({ value, qualifier }: Published, format: Formats): string {
  return qualifier ? `${qualifier} ${format.number(value)}` : format.number(value)
}

/** The chip that says how the computed figure stands to the published one. */
export function Difference({ computed, published }: { readonly computed: number | null; readonly published: number }) {
  const t = useText(texts)
  if (computed === null) return null
  const difference = computed - published
  if (difference === 0) return <Chip tone="ok">{t('figure.match')}</Chip>
  return <Chip tone="warn">{t(difference > 0 ? 'figure.more' : 'figure.less', { count: Math.abs(difference) })}</Chip>
}
