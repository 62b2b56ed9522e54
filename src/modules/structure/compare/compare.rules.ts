import type { Period, PlainDate } from '#kernel/contract/dates.ts'

/** A stretch of a unit's life under the unit asked: its line of superiors (root first, itself last) and what it was. */
export interface Stay {
  readonly unit: string
  readonly valid: Period
  readonly type: string
  readonly name: string
  readonly line: readonly string[]
  readonly illustrative: boolean
}

/** What an act touched, on its day. */
export interface Touch {
  readonly actId: string
  readonly on: PlainDate
  readonly unit: string
  /** Order among the acts of a day. */
  readonly place: number
}

/** One thing that became different for one unit on one day. */
export interface Change {
  readonly unit: string
  readonly what: 'opened' | 'ended' | 'came' | 'went' | 'renamed' | 'retyped' | 'moved'
  readonly on: PlainDate
  readonly from: string | null
  readonly to: string | null
  readonly actId: string | null
}

/** What came and went by an act (null: none was found), by type. */
export interface ActSteps {
  readonly actId: string | null
  readonly on: PlainDate
  readonly steps: readonly { readonly type: string; readonly came: number; readonly went: number }[]
}

/** The whole life of a unit, wherever it stood. */
export type Lives = ReadonlyMap<string, Period>

/**
 * Everything that became different after `from` and until `until`, in order of days, each with the act that did it: the last of the day
 * that touched the unit, else the nearest of its superiors that an act touched.
 */
export function changesBetween(
  stays: readonly Stay[],
  lives: Lives,
  touches: readonly Touch[],
  from: PlainDate,
  until: PlainDate,
): Change[] {
  const within = (day: PlainDate | null): day is PlainDate => day !== null && day > from && day <= until
  const actOf = actFinder(touches)
  const changes: Change[] = []
  for (const [unit, own] of Map.groupBy(stays, (stay) => stay.unit)) {
    const list = own.toSorted((a, b) => (a.valid.from < b.valid.from ? -1 : 1))
    const life = lives.get(unit)
    list.forEach((stay, i) => {
      const before = list[i - 1]
      const day = stay.valid.from
      const joined = before !== undefined && before.valid.until === day
      if (within(day)) {
        const actId = actOf(day, [before?.line ?? [], stay.line])
        const add = (what: Change['what'], was: string | null, is: string | null) =>
          changes.push({ unit, what, on: day, from: was, to: is, actId })
        if (!joined) add(life?.from === day ? 'opened' : 'came', null, stay.type)
        else {
          if (before.name !== stay.name) add('renamed', before.name, stay.name)
          if (before.type !== stay.type) add('retyped', before.type, stay.type)
          if (before.line.at(-2) !== stay.line.at(-2))
            add('moved', before.line.at(-2) ?? null, stay.line.at(-2) ?? null)
        }
      }
      const end = stay.valid.until
      if (within(end) && list[i + 1]?.valid.from !== end) {
        const actId = actOf(end, [stay.line])
        changes.push({ unit, what: life?.until === end ? 'ended' : 'went', on: end, from: stay.type, to: null, actId })
      }
    })
  }
  return changes.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** What came and went by each act: the sum over all acts is the difference of the totals. */
export function stepsByAct(changes: readonly Change[]): ActSteps[] {
  const counted = changes.flatMap(({ what, on, from, to, actId }) => {
    if (what === 'opened' || what === 'came') return [{ on, actId, type: to!, came: 1, went: 0 }]
    if (what === 'ended' || what === 'went') return [{ on, actId, type: from!, came: 0, went: 1 }]
    if (what === 'retyped')
      return [
        { on, actId, type: from!, came: 0, went: 1 },
        { on, actId, type: to!, came: 1, went: 0 },
      ]
    return [{ on, actId, type: '', came: 0, went: 0 }]
  })
  return [...Map.groupBy(counted, ({ on, actId }) => `${on} ${actId}`).values()].map((list) => ({
    on: list[0]!.on,
    actId: list[0]!.actId,
    steps: [
      ...Map.groupBy(
        list.filter(({ type }) => type !== ''),
        ({ type }) => type,
      ),
    ].map(([type, some]) => ({
      type,
      came: some.reduce((sum, one) => sum + one.came, 0),
      went: some.reduce((sum, one) => sum + one.went, 0),
    })),
  }))
}

/** How many units of each type stand there on a day. */
export function totalsOn(stays: readonly Stay[], day: PlainDate): Map<string, { units: number; invented: number }> {
  const totals = new Map<string, { units: number; invented: number }>()
  for (const { type, illustrative } of staysOn(stays, day)) {
    const total = totals.get(type) ?? { units: 0, invented: 0 }
    totals.set(type, { units: total.units + 1, invented: total.invented + (illustrative ? 1 : 0) })
  }
  return totals
}

/**
 * The units of some types on the first day, under each direct subordinate of the unit asked: by the tree of the first day, and by the
 * tree of the second. `gone` stand under it no more.
 */
export function thenAndNow(
  stays: readonly Stay[],
  under: string,
  types: ReadonlySet<string>,
  from: PlainDate,
  until: PlainDate,
) {
  const counts = new Map<string, { byTreeThen: number; byTreeNow: number; invented: boolean }>()
  const add = ({ line, illustrative }: Stay, side: 'byTreeThen' | 'byTreeNow') => {
    const head = line[line.indexOf(under) + 1]
    if (head === undefined) return
    const count = counts.get(head) ?? { byTreeThen: 0, byTreeNow: 0, invented: false }
    counts.set(head, { ...count, [side]: count[side] + 1, invented: count.invented || illustrative })
  }
  const later = new Map(staysOn(stays, until).map((stay) => [stay.unit, stay]))
  let gone = 0
  for (const stay of staysOn(stays, from)) {
    if (!types.has(stay.type)) continue
    add(stay, 'byTreeThen')
    const now = later.get(stay.unit)
    if (now) add(now, 'byTreeNow')
    else gone += 1
  }
  return { counts, gone }
}

function staysOn(stays: readonly Stay[], day: PlainDate): Stay[] {
  return stays.filter(({ valid }) => valid.from <= day && (valid.until === null || day < valid.until))
}

function actFinder(touches: readonly Touch[]) {
  const byDay = new Map(
    [...Map.groupBy(touches, ({ on }) => on)].map(([on, list]) => [
      on,
      new Map(list.toSorted((a, b) => a.place - b.place).map((touch) => [touch.unit, touch.actId])),
    ]),
  )
  return (day: PlainDate, lines: readonly (readonly string[])[]): string | null => {
    const touched = byDay.get(day)
    if (!touched) return null
    const longest = Math.max(...lines.map((line) => line.length))
    for (let up = 1; up <= longest; up++) {
      for (const line of lines) {
        const found = touched.get(line.at(-up) ?? '')
        if (found) return found
      }
    }
    return null
  }
}
