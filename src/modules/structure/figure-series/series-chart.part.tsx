import type { PlainDate } from '#kernel/contract/dates.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { useSayDate, useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import classes from './series.module.css'
import type { Chart, Series } from './series.rules.ts'

/** The line through computed figures with the published ones as marked points, and a line at the as-of date. */
export function SeriesChart(props: {
  readonly chart: Chart
  readonly series: Series
  readonly asOf: PlainDate
  readonly size: number
  readonly label: string
}) {
  const { chart, size, asOf } = props
  const t = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const say = useSayDate()
  const now = chart.x(asOf)
  return (
    <svg
      viewBox={`0 0 ${Math.ceil(chart.width)} ${Math.ceil(chart.height)}`}
      width={Math.ceil(chart.width)}
      height={Math.ceil(chart.height)}
      role="img"
      aria-label={props.label}
      fontSize={size}
      className={classes.chart}
    >
      {chart.levels.map(({ value, y }) => (
        <g key={value} className={classes.level}>
          <line x1={chart.left} x2={chart.width} y1={y} y2={y} />
          <text x={chart.left - 8} y={y + size * 0.35} textAnchor="end">
            {format.number(value)}
          </text>
        </g>
      ))}
      {chart.years.map(({ year, x }) => (
        <text key={year} x={x} y={chart.bottom + size * 1.6} textAnchor="middle" className={classes.axis}>
          {year}
        </text>
      ))}
      {now >= chart.left && now <= chart.width ? (
        <line x1={now} x2={now} y1={size} y2={chart.bottom} className={classes.now} />
      ) : null}
      {chart.paths.map((path) => (
        <path key={path} d={path} className={classes.line} />
      ))}
      {chart.points.map((point) => (
        <circle
          key={point.key}
          cx={point.x}
          cy={point.y}
          r={2.6}
          className={classes.point}
          data-invented={point.invented || undefined}
        >
          <title>{`${format.date(point.on)}: ${format.number(point.value)}${point.invented ? ` (${t('lineage.key.invented')})` : ''}`}</title>
        </circle>
      ))}
      {chart.published.map((point) => {
        const figure = props.series.published[point.index]
        if (!figure) return null
        const word = figure.qualifier === 'exact' ? '' : `${t(`qualifier.${figure.qualifier}`)} `
        return (
          <g key={point.key} className={classes.published}>
            <title>{`${say(figure.asOf)}: ${word}${format.number(figure.value)} (${words.sentence(figure.source.title)})`}</title>
            {point.x2 > point.x1 ? <line x1={point.x1} x2={point.x2} y1={point.y} y2={point.y} /> : null}
            <path d={`M${point.x} ${point.y - 6}l6 6l-6 6l-6-6z`} />
          </g>
        )
      })}
      <Key chart={chart} size={size} />
    </svg>
  )
}

/** What the marks mean, in a line over the picture: published figures, computed ones, computed ones that count invented units. */
function Key({ chart, size }: { readonly chart: Chart; readonly size: number }) {
  const t = useText(structureTexts)
  const kinds = (['published', 'computed', 'invented'] as const).filter(
    (kind) => kind === 'published' || chart.points.some(({ invented }) => invented === (kind === 'invented')),
  )
  const y = -size * 0.35
  let x = 0
  return (
    <g className={classes.axis} transform={`translate(4 ${size})`}>
      {kinds.map((kind) => {
        const words = t(`series.${kind}`)
        const at = x
        x += 13 + (words.length + 2) * size * 0.53
        return (
          <g key={kind} transform={`translate(${at} 0)`}>
            {kind === 'published' ? (
              <path d={`M4 ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5-5.5z`} className={classes.published} />
            ) : (
              <circle cx={4} cy={y} r={3} className={classes.point} data-invented={kind === 'invented' || undefined} />
            )}
            <text x={13}>{words}</text>
          </g>
        )
      })}
    </g>
  )
}
