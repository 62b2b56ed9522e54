import type { PictureText } from './picture-words.rules.ts'

/** What a bridge is laid out from; all words are said already. */
export interface BridgeInput {
  readonly before: Station
  readonly after: Station
  readonly steps: readonly Move[]
  readonly width: number
  /** Where the picture begins, under its key. */
  readonly top: number
  /** Size of the letters in px. */
  readonly size: number
  readonly number: (value: number) => string
}

/** The totals at both ends and what lies between. */
export interface Totals {
  readonly before: Pick<Station, 'value'>
  readonly after: Pick<Station, 'value'>
  readonly steps: readonly Pick<Move, 'key' | 'came' | 'went'>[]
}

/** A total at an end of the bridge. */
export interface Station {
  readonly value: number
  readonly figure: string
  readonly name: string
}

/** What is added and taken between the totals. */
export interface Move {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly came: number
  readonly went: number
}

/** A bar: a whole total, or what was added to or taken from the one before it. */
export interface BridgeBar {
  readonly key: string
  readonly side: 'total' | 'came' | 'went'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Everything the SVG needs, in px. */
export interface Bridge {
  readonly width: number
  readonly height: number
  /** Columns side by side, or rows under each other where the width is too small for them. */
  readonly lying: boolean
  readonly bars: readonly BridgeBar[]
  /** From the end of a bar to the beginning of the next, at the total reached. */
  readonly joins: readonly string[]
  readonly texts: readonly PictureText[]
  /** Lines of the scale behind the bars. */
  readonly levels: readonly string[]
  /** Where the bars of the totals are broken, because the scale does not begin at zero. */
  readonly breaks: readonly string[]
  readonly cut: boolean
}

/** A bar with the total at either end of it, in order. */
export interface Piece {
  readonly key: string
  readonly side: BridgeBar['side']
  readonly from: number
  readonly to: number
  readonly slot: number
  /** Its place among the bars of its slot. */
  readonly at: number
  readonly of: number
}

/** A bridge as columns or rows lay it out. */
export type Laid = Omit<Bridge, 'lying' | 'cut'>

/** Whether the scale leaves out what lies between zero and the least total: else small steps could not be seen. */
export function isCut(input: Totals): boolean {
  const { least, most } = endsOf(piecesOf(input))
  return least > most * 0.6
}

/** The least and the most that the picture shows. */
export function endsOf(pieces: readonly Piece[]): { readonly least: number; readonly most: number } {
  const values = pieces.flatMap(({ side, from, to }) => (side === 'total' ? [to] : [from, to]))
  return { least: Math.min(...values), most: Math.max(...values) }
}

/** The bars of a bridge from the first total to the second. */
export function piecesOf({ before, after, steps }: Totals): readonly Piece[] {
  const pieces: Piece[] = [{ key: 'before', side: 'total', from: 0, to: before.value, slot: 0, at: 0, of: 1 }]
  let level = before.value
  for (const [index, { key, came, went }] of steps.entries()) {
    const of = came > 0 && went > 0 ? 2 : 1
    const slot = index + 1
    if (came > 0) pieces.push({ key: `${key} +`, side: 'came', from: level, to: level + came, slot, at: 0, of })
    level += came
    if (went > 0) pieces.push({ key: `${key} -`, side: 'went', from: level, to: level - went, slot, at: of - 1, of })
    level -= went
  }
  return [...pieces, { key: 'after', side: 'total', from: 0, to: after.value, slot: steps.length + 1, at: 0, of: 1 }]
}

/** What stands at each slot: the first total, every step, the second total. */
export function namesOf({ before, after, steps }: BridgeInput): readonly Pick<Move, 'key' | 'name' | 'note'>[] {
  return [{ key: 'before', name: before.name, note: '' }, ...steps, { key: 'after', name: after.name, note: '' }]
}

/** What is written at a bar: a total, or what was added or taken with its sign. */
export function figureOf({ side, from, to, key }: Piece, { before, after, number }: BridgeInput): string {
  if (side === 'total') return (key === 'before' ? before : after).figure
  return side === 'came' ? `+${number(to - from)}` : `−${number(from - to)}`
}

/** A tenth of a px is fine enough. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
