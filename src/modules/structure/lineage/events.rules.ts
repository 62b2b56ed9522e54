import type { OutputOf } from '#kernel/contract/contract.ts'
import type { DatePrecision, PlainDate } from '#kernel/contract/dates.ts'
import type { Rect } from './labels.rules.ts'
import type { lineage } from './lineage.contract.ts'
import { type TimeScale, textWidth } from './time-scale.rules.ts'

/** A day on which something happened, as it is known. */
export interface EventMark {
  readonly on: PlainDate
  readonly precision: DatePrecision
  /** Symbols of the decisions of this day, as written. */
  readonly symbols: readonly string[]
  /** More than one: so many acts of an unknown day in a row, told together. */
  readonly count: number
  readonly unitIds: readonly string[]
}

/** A date below the picture: its text, its line number, and how far its hairline goes up. */
export interface PlacedEvent {
  readonly mark: EventMark
  readonly text: string
  readonly x: number
  readonly textX: number
  readonly y: number
  readonly from: number
  /** What its text covers. */
  readonly rect: Rect
}

type Lineage = OutputOf<typeof lineage>

/** The days to write below the picture: beginnings, ends and acts, several of one day told together. */
export function eventMarks(data: Lineage): readonly EventMark[] {
  const joining = data.acts.map((act) => ({
    act,
    unitIds: data.edges.filter((edge) => edge.actId === act.id).flatMap((edge) => [edge.from, edge.to]),
  }))
  const known = [...joining, ...data.others.map(({ act, unitId }) => ({ act, unitIds: [unitId] }))]
  const marks = known.map(
    ({ act, unitIds }): EventMark => ({
      on: act.effective.on,
      precision: act.effective.precision,
      symbols: act.decision?.symbol ? [act.decision.symbol] : [],
      count: 1,
      unitIds,
    }),
  )
  for (const { id, life } of data.units) {
    marks.push({ on: life.from, precision: life.fromPrecision, symbols: [], count: 1, unitIds: [id] })
    if (life.until)
      marks.push({ on: life.until, precision: life.untilPrecision ?? 'day', symbols: [], count: 1, unitIds: [id] })
  }
  const byDay = [...Map.groupBy(marks, (mark) => mark.on).values()].map(together)
  const aloneUnknown = new Set(
    data.others
      .filter(({ act }) => act.kind === 'restructure' && act.effective.precision === 'unknown')
      .map(({ act }) => act.effective.on),
  )
  return inRows(
    byDay.sort((a, b) => (a.on < b.on ? -1 : 1)),
    aloneUnknown,
  )
}

function together(marks: readonly EventMark[]): EventMark {
  const exact = marks.find((mark) => mark.precision === 'day') ?? marks[0]!
  return {
    ...exact,
    symbols: [...new Set(marks.flatMap((mark) => mark.symbols))],
    unitIds: [...new Set(marks.flatMap((mark) => mark.unitIds))],
  }
}

/** Acts of unknown days that follow each other are one mark in the middle of them: their days only give an order. */
function inRows(marks: readonly EventMark[], unknown: ReadonlySet<PlainDate>): readonly EventMark[] {
  const out: EventMark[] = []
  let row: EventMark[] = []
  const close = () => {
    const middle = row[Math.floor((row.length - 1) / 2)]
    if (middle) out.push({ ...middle, count: row.length })
    row = []
  }
  for (const mark of marks) {
    if (unknown.has(mark.on) && mark.precision === 'unknown') row.push(mark)
    else {
      close()
      out.push(mark)
    }
  }
  close()
  return out
}

/**
 * Writes the dates below in as few lines as they need, at most four; what finds no place is left to the table. From right to left, so
 * that few hairlines meet an earlier date.
 */
export function placeEvents(
  marks: readonly EventMark[],
  scale: TimeScale,
  say: (mark: EventMark) => string,
  size: number,
  yOf: (id: string) => number,
  bottom: number,
): { readonly events: readonly PlacedEvent[]; readonly bottom: number } {
  const starts: number[] = []
  const events: PlacedEvent[] = []
  for (const mark of marks.toReversed()) {
    const text = say(mark)
    const wide = textWidth(text, size)
    const x = scale.x(mark.on)
    const textX = Math.max(0, Math.min(x - 3, scale.width - wide - 4))
    let line = starts.findIndex((start) => textX + wide + 12 < start)
    if (line < 0) line = starts.length
    if (line > 3) continue
    starts[line] = textX
    const from = Math.min(...mark.unitIds.map(yOf))
    const y = bottom + size * 1.3 + line * size * 1.35
    const rect = { x1: textX + 4, x2: textX + wide + 8, y1: y - size, y2: y + size * 0.3 }
    events.push({ mark, text, x, textX, y, from, rect })
  }
  return { events, bottom: bottom + size * 0.6 + Math.max(starts.length, 1) * size * 1.35 }
}
