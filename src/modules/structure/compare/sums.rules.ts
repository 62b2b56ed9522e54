import type { OutputOf } from '#kernel/contract/contract.ts'
import type { compare } from './compare.contract.ts'

export type Compared = OutputOf<typeof compare>
export type ComparedAct = Compared['acts'][number]

/** Units on both days, and what came and went between them. */
export interface Sum {
  readonly before: number
  readonly after: number
  readonly came: number
  readonly went: number
  /** Invented units (demo) are among them. */
  readonly invented: boolean
}

/** The units of one type. */
export interface TypeSum extends Sum {
  readonly type: string
}

/** What an act added and took away of some types; of all where none are named. */
export function stepsOf(
  act: ComparedAct,
  types?: ReadonlySet<string>,
): { readonly came: number; readonly went: number } {
  let [came, went] = [0, 0]
  for (const step of act.steps) {
    if (types && !types.has(step.type)) continue
    came += step.came
    went += step.went
  }
  return { came, went }
}

/** Units of some types together. A unit that changed from one of them to another both came and went. */
export function sumOf(data: Compared, types: ReadonlySet<string>): Sum {
  const sum = { before: 0, after: 0, came: 0, went: 0, invented: false }
  for (const total of data.totals) {
    if (!types.has(total.type)) continue
    sum.before += total.before
    sum.after += total.after
    sum.invented ||= total.invented
  }
  for (const act of data.acts) {
    const { came, went } = stepsOf(act, types)
    sum.came += came
    sum.went += went
  }
  return sum
}

/** Every type that stood there on either day or came or went in between, in the frame's order. */
export function typeSums(data: Compared, order: readonly string[]): readonly TypeSum[] {
  const types = new Set([
    ...data.totals.map(({ type }) => type),
    ...data.acts.flatMap(({ steps }) => steps.map(({ type }) => type)),
  ])
  return inOrder([...types], order).map((type) => ({ type, ...sumOf(data, new Set([type])) }))
}

/** Whether what came and went by the acts is the whole difference of every type. */
export function isExplained(data: Compared): boolean {
  return typeSums(data, []).every(({ before, came, went, after }) => before + came - went === after)
}

/** How many of each type, as a line or a footer tells it: only those there are, in the frame's order. */
export function countedBy(
  acts: readonly ComparedAct[],
  count: (step: ComparedAct['steps'][number]) => number,
  order: readonly string[],
): readonly { readonly type: string; readonly units: number }[] {
  const counts = new Map<string, number>()
  for (const { steps } of acts) {
    for (const step of steps) counts.set(step.type, (counts.get(step.type) ?? 0) + count(step))
  }
  return inOrder([...counts.keys()], order)
    .map((type) => ({ type, units: counts.get(type) ?? 0 }))
    .filter(({ units }) => units !== 0)
}

/** What can be counted on the picture: a measure of several types, or one type. */
export interface Countable {
  readonly code: string
  readonly types: ReadonlySet<string>
}

/**
 * The measures that put together several types of those there are (chi bộ, tổ chức cơ sở đảng, …), then each type by itself; cells first,
 * which is what people ask for.
 */
export function countables(
  data: Compared,
  frame: {
    readonly types: readonly { readonly code: string }[]
    readonly measures: readonly {
      readonly code: string
      readonly computed: string
      readonly types: readonly string[]
    }[]
  },
): readonly Countable[] {
  const here = typeSums(
    data,
    frame.types.map(({ code }) => code),
  ).map(({ type }) => type)
  const groups = frame.measures
    .filter(({ computed, types }) => computed === 'below' && types.filter((type) => here.includes(type)).length > 1)
    .map(({ code, types }) => ({ code, types: new Set(types.filter((type) => here.includes(type))) }))
    .sort((a, b) => Number(b.code === 'cells') - Number(a.code === 'cells'))
  return [...groups, ...here.map((type) => ({ code: type, types: new Set([type]) }))]
}

/** A direct subordinate with its cells of the first day. */
export interface BesideRow {
  readonly unit: Compared['thenAndNow'][number]['unit']
  readonly byTreeThen: number
  readonly byTreeNow: number
  readonly difference: number
  readonly invented: boolean
  /** It ended or went away: on the second day it is no direct subordinate any more. */
  readonly ended: boolean
}

/** Cells of the first day by the tree of either day, those that differ most first. */
export function besideRows(data: Compared): readonly BesideRow[] {
  const ended = new Set(
    data.changes.flatMap(({ unit, what }) => (what === 'ended' || what === 'went' ? [unit.id] : [])),
  )
  return data.thenAndNow
    .map((row) => ({ ...row, difference: row.byTreeNow - row.byTreeThen, ended: ended.has(row.unit.id) }))
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || b.byTreeThen - a.byTreeThen)
}

function inOrder(types: readonly string[], order: readonly string[]): readonly string[] {
  const place = (type: string) => (order.includes(type) ? order.indexOf(type) : order.length)
  return [...types].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}
