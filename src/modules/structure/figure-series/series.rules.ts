import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { spanOf } from '../figures/published.rules.ts'
import { dayNumber } from '../lineage/time-scale.rules.ts'
import type { figureSeries } from './figure-series.contract.ts'

export type Series = OutputOf<typeof figureSeries>

/** A point on the picture, with what it stands for. */
export interface ChartPoint {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly on: PlainDate
  readonly value: number
}

/** Everything the line chart needs, in px. */
export interface Chart {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly bottom: number
  readonly paths: readonly string[]
  /** `invented`: invented units are among those counted. */
  readonly points: readonly (ChartPoint & { readonly invented: boolean })[]
  /** Published figures in the middle of the time they are known to be of; `x1` to `x2` is that time. */
  readonly published: readonly (ChartPoint & { readonly index: number; readonly x1: number; readonly x2: number })[]
  readonly years: readonly { readonly year: number; readonly x: number }[]
  readonly levels: readonly { readonly value: number; readonly y: number }[]
  /** The axis does not begin at zero. */
  readonly cut: boolean
  readonly x: (date: PlainDate) => number
}

/**
 * Lays out one measure through time: a line through the computed figures, broken where no source covers the day, and the published figures
 * as points. Null when there is nothing to draw.
 */
export function layChart(series: Series, width: number, size: number): Chart | null {
  const computed = series.points.flatMap(({ on, value, invented }) => (value === null ? [] : [{ on, value, invented }]))
  const published = series.published.map((figure) => ({ value: figure.value, ...spanOf(figure.asOf) }))
  const values = [...computed, ...published].map(({ value }) => value)
  if (values.length === 0) return null
  const height = size * 20
  const left = size * 4.6
  const right = size * 1.5
  const top = size * 2.4
  const bottom = height - size * 2.2
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const low = least > most * 0.6 ? least - (most - least || most * 0.05) * 0.35 : 0
  const yScale = scaleLinear([Math.max(0, low), most || 1], [bottom, top]).nice(4)
  const days = [...series.points.map(({ on }) => on), ...published.flatMap(({ from, until }) => [from, until])].map(
    dayNumber,
  )
  const xScale = scaleLinear([Math.min(...days), Math.max(...days, Math.min(...days) + 1)], [left, width - right])
  const x = (date: PlainDate) => xScale(dayNumber(date))
  const at = (on: PlainDate, value: number) => ({ x: x(on), y: yScale(value), on, value })
  const path = line<{ on: PlainDate; value: number | null }>()
    .defined(({ value }) => value !== null)
    .x(({ on }) => x(on))
    .y(({ value }) => yScale(value ?? 0))
  return {
    width,
    height,
    left,
    bottom,
    paths: [path(series.points) ?? ''],
    points: computed.map(({ on, value, invented }) => ({ key: on, invented, ...at(on, value) })),
    published: published.map(({ from, until, value }, index) => ({
      key: `${from} ${index}`,
      index,
      ...at(from, value),
      x: (x(from) + x(until)) / 2,
      x1: x(from),
      x2: x(until),
    })),
    years: yearsBetween(series.points[0]!.on, series.points.at(-1)!.on, (width - left - right) / (size * 3.6)).map(
      (year) => ({
        year,
        x: x(`${year}-01-01` as PlainDate),
      }),
    ),
    levels: yScale
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: yScale(value) })),
    cut: (yScale.domain()[0] ?? 0) > 0,
    x,
  }
}

/** Whether all there is to tell is of one day: too little for a picture, a sentence says it. */
export function isOfOneDay(series: Series): boolean {
  const days = new Set([
    ...series.points.flatMap(({ on, value }) => (value === null ? [] : [on])),
    ...series.published.flatMap(({ asOf }) => [spanOf(asOf).from, spanOf(asOf).until]),
  ])
  return days.size === 1
}

/** The years to write under the axis, at most so many: every one, every second, fifth or tenth. */
export function yearsBetween(from: PlainDate, until: PlainDate, most: number): readonly number[] {
  const first = Number(from.slice(0, 4)) + (from.endsWith('-01-01') ? 0 : 1)
  const last = Number(until.slice(0, 4))
  const step = [1, 2, 5, 10, 20].find((one) => (last - first) / one <= most) ?? 50
  const years: number[] = []
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year)
  return years
}
