import type { Period, PlainDate } from '#kernel/contract/dates.ts'
import type { Lives } from '../lives.rules.ts'
import { lifeOf } from '../timeline.rules.ts'
import type { ActInput } from './act-input.contract.ts'

export type BelongingFamily = 'organ' | 'counterpart' | 'fact' | 'alias'

/** A row of what belongs to a unit: an organ or counterpart by its id, a fact by its kind, an alias by its name. */
export interface Belonging {
  readonly family: BelongingFamily
  readonly thing: string
  readonly unitId: string
  readonly valid: Period
}

/** What an act does with a belonging: it ends on the act's day, and goes on at another unit where one is named. */
export interface BelongingMove {
  readonly belonging: Belonging
  readonly on: PlainDate
  readonly to: string | null
}

export type BelongingCode = 'unknown_belonging' | 'belongs_later' | 'belongs_to_it' | 'receiver_does_not_live'

interface Fault {
  readonly at: string
  readonly code: BelongingCode
  readonly units: readonly string[]
  readonly belonging?: Belonging
}

/**
 * Where organs, counterparts, facts and aliases go: those named go over to the unit named; the others end with their unit, where it
 * ends. What begins at a unit only after its new end, or belongs to one that would not be there at all, keeps the act from being entered.
 */
export function allocate(
  act: ActInput | null,
  day: PlainDate,
  lives: Lives,
  belongings: readonly Belonging[],
): { moves: BelongingMove[]; faults: Fault[] } {
  const moves: BelongingMove[] = []
  const faults: Fault[] = []
  const on = act?.effective ?? day
  const named = new Set<string>()
  for (const [family, list] of [
    ['organ', act?.organs ?? []],
    ['counterpart', act?.counterparts ?? []],
  ] as const) {
    list.forEach(({ id, to }, i) => {
      named.add(`${family} ${id}`)
      const at = `${family}s.${i}`
      const belonging = belongings.find((one) => one.family === family && one.thing === id && holds(one.valid, on))
      if (!belonging || belonging.unitId === to) faults.push({ at: `${at}.id`, code: 'unknown_belonging', units: [to] })
      else if (!livesThrough(lives, to, { from: on, until: belonging.valid.until })) {
        faults.push({ at: `${at}.to`, code: 'receiver_does_not_live', units: [to] })
      } else moves.push({ belonging, on, to })
    })
  }
  for (const belonging of belongings) {
    if (named.has(`${belonging.family} ${belonging.thing}`)) continue
    const life = lives.get(belonging.unitId)
    const end = life ? lifeOf(life).until : belonging.valid.from
    if (end === null || (belonging.valid.until !== null && belonging.valid.until <= end)) continue
    if (belonging.valid.from >= end) {
      const ends = act?.ends.indexOf(belonging.unitId) ?? -1
      const code = life ? 'belongs_later' : 'belongs_to_it'
      faults.push({ at: ends < 0 ? 'act' : `ends.${ends}`, code, units: [belonging.unitId], belonging })
    } else moves.push({ belonging, on: end, to: null })
  }
  return { moves, faults }
}

function holds({ from, until }: Period, day: PlainDate): boolean {
  return from < day && (until === null || day < until)
}

function livesThrough(lives: Lives, unit: string, { from, until }: Period): boolean {
  const life = lives.get(unit)
  if (!life) return false
  const { from: born, until: ended } = lifeOf(life)
  return born <= from && (ended === null || (until !== null && until <= ended))
}

/** What an act has done with a belonging, as it is kept so that it can be taken back; `until` is its end before the act. */
export interface DoneMove {
  readonly family: BelongingFamily
  readonly thing: string
  readonly unitId: string
  readonly to: string | null
  readonly until: PlainDate | null
}

/** Belongings as they were before an act moved and ended some of them on its day. */
export function takenBack(belongings: readonly Belonging[], moves: readonly DoneMove[], on: PlainDate): Belonging[] {
  const key = ({ family, thing, unitId }: Pick<Belonging, 'family' | 'thing' | 'unitId'>) =>
    `${family} ${thing} ${unitId}`
  const ended = new Map(moves.map((move) => [key(move), move]))
  const arrived = new Set(moves.flatMap((move) => (move.to ? [key({ ...move, unitId: move.to })] : [])))
  return belongings.flatMap((belonging) => {
    if (belonging.valid.from === on && arrived.has(key(belonging))) return []
    const move = belonging.valid.until === on ? ended.get(key(belonging)) : undefined
    return move ? [{ ...belonging, valid: { from: belonging.valid.from, until: move.until } }] : [belonging]
  })
}
