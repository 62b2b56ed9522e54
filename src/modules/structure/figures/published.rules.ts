import type { OutputOf } from '#kernel/contract/contract.ts'
import { addDays, type HistoricalDate, type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import type { figures, PublishedFigure } from './figures.contract.ts'

export type Figures = OutputOf<typeof figures>

/**
 * How a computed figure stands to the published one on the published one's own day: `same` · `fits` ("gần 5.800" and 5.739: within a
 * twentieth, on the side that the word says) · `differs` · `alone` (nothing computed for that day).
 */
export type Agreement = 'same' | 'fits' | 'differs' | 'alone'

/** Compares a published figure with the one computed for its own day; a round word ("gần", "hơn", "khoảng") leaves room. */
export function agreementOf({
  value,
  qualifier,
  computed,
}: Pick<PublishedFigure, 'value' | 'qualifier' | 'computed'>): Agreement {
  if (computed === null) return 'alone'
  if (computed === value) return 'same'
  const room = value / 20
  const off = computed - value
  const fits =
    (qualifier === 'about' && Math.abs(off) <= room) ||
    (qualifier === 'nearly' && off <= 0 && -off <= room) ||
    (qualifier === 'over' && off >= 0 && off <= room)
  return fits ? 'fits' : 'differs'
}

/** Every figure published for a measure of a time that had begun on a day. */
export function publishedUntil(
  published: readonly PublishedFigure[],
  measure: string,
  asOf: PlainDate,
): readonly PublishedFigure[] {
  return published.filter((figure) => figure.measure === measure && spanOf(figure.asOf).from <= asOf)
}

/**
 * The published figure to show for a day: the latest one, an exact day before a month or year that holds it, a document before what was
 * entered for the same day. What was entered less exactly, and what is of no known day, stands only where there is nothing else.
 */
export function bestPublished(
  published: readonly PublishedFigure[],
  measure: string,
  asOf: PlainDate,
): PublishedFigure | null {
  return [...publishedUntil(published, measure, asOf)].sort(byFit).at(-1) ?? null
}

function byFit(a: PublishedFigure, b: PublishedFigure): number {
  const exact = ({ asOf }: PublishedFigure) => asOf.precision === 'day'
  const known = ({ asOf }: PublishedFigure) => asOf.precision !== 'unknown'
  const rank = (figure: PublishedFigure) => Number(!figure.entered || exact(figure)) * 2 + Number(known(figure))
  const [from, other] = [spanOf(a.asOf).from, spanOf(b.asOf).from]
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (from !== other) return from < other ? -1 : 1
  return Number(exact(a)) - Number(exact(b)) || Number(b.entered) - Number(a.entered)
}

/** Measures in the order to show: those asked for that exist, else the first of the frame. */
export function headline(measures: Figures['measures'], wanted: readonly string[], most: number): Figures['measures'] {
  const found = wanted.flatMap((code) => measures.find(({ measure }) => measure === code) ?? [])
  return (found.length > 0 ? found : measures).slice(0, most)
}

/** Sources that give different figures for one measure of one time. */
export interface Dispute {
  readonly key: string
  readonly measure: string
  readonly on: PublishedFigure['asOf']
  readonly figures: readonly PublishedFigure[]
}

/** What the sources disagree on among themselves: same unit, same measure, same time (known), figures that cannot both be right. */
export function disputes(published: readonly PublishedFigure[]): readonly Dispute[] {
  const known = published.filter(({ asOf }) => asOf.precision !== 'unknown')
  const groups = Map.groupBy(known, ({ measure, asOf }) => `${measure} ${asOf.precision} ${spanOf(asOf).from}`)
  return [...groups].flatMap(([key, all]) => {
    const first = all[0]!
    const apart = all.some((figure) => figure.value !== first.value)
    return apart ? [{ key, measure: first.measure, on: first.asOf, figures: all }] : []
  })
}

/** Published figures that differ from the computed ones of their own days, the latest first. What invented units give is no other reading. */
export function differences(published: readonly PublishedFigure[]): readonly PublishedFigure[] {
  return published
    .filter((figure) => agreementOf(figure) === 'differs' && !figure.computedInvented)
    .sort((a, b) => (a.asOf.on > b.asOf.on ? -1 : a.asOf.on < b.asOf.on ? 1 : 0))
}

/** The time a published figure is of: its day, or the whole month or year where no more is known. Computed for its last day. */
export function spanOf({ on, precision }: HistoricalDate): { readonly from: PlainDate; readonly until: PlainDate } {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))]
  if (precision === 'year') return { from: plainDate(`${year}-01-01`), until: plainDate(`${year}-12-31`) }
  if (precision !== 'month') return { from: on, until: on }
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return { from: plainDate(`${on.slice(0, 7)}-01`), until: addDays(plainDate(next), -1) }
}
