import { blockSentence, plainWords } from '../acts/blocks.rules.ts'
import { planAct, type World, worldAfter } from '../acts/plan.rules.ts'
import type { Block } from '../acts/plan-blocks.rules.ts'
import type { ListAct } from './compose.rules.ts'
import { refused, withoutFallen } from './judge.rules.ts'
import type { Judged } from './judged.rules.ts'
import type { Fault, Row } from './rows.rules.ts'

type Place = Pick<Row, 'no' | 'fault' | 'place'>

/** So often what is blocked is left out and the rest planned anew. */
const rounds = 12

/**
 * Plans the acts of a list one after the other upon the world as it stands, as they will be entered, and refuses the rows that a plan finds
 * in the way: what a look at the tree of one day alone cannot see, as acts of later days.
 */
export function rehearseList(
  judged: readonly Judged[],
  rows: readonly Place[],
  world: World,
  compose: (judged: readonly Judged[]) => readonly ListAct[],
): readonly Judged[] {
  const rowAt = new Map(rows.map((row) => [row.no, row]))
  let current = judged
  for (let round = 1; ; round++) {
    const blocked = findBlocked(compose(current), world, round > rounds)
    if (blocked.size === 0) return current
    const without = current.map((one) => {
      const why = one.wanted ? blocked.get(one.no) : undefined
      if (!why) return one
      const fault: Fault = { field: 'name', place: rowAt.get(one.no)!.place('name'), code: 'blocked', why }
      return refused(one, [fault])
    })
    current = withoutFallen(without, rows)
  }
}

/** The rows in the way of the first act that cannot be entered; `all` of its rows where leaving some out never came to an end. */
function findBlocked(acts: readonly ListAct[], world: World, all: boolean): Map<number, NonNullable<Fault['why']>> {
  let before = world
  for (const list of acts) {
    const { act } = list
    const plan = planAct(act.kind, act, act.effective, before, Number.POSITIVE_INFINITY)
    if (plan.blocks.length > 0) {
      const blocked = new Map<number, NonNullable<Fault['why']>>()
      for (const block of plan.blocks) {
        const at = all ? [...list.opens, ...list.changes] : rowsOf(block, list)
        for (const no of at) if (!blocked.has(no)) blocked.set(no, blockSentence(block, plainWords(act.kind)))
      }
      return blocked
    }
    before = worldAfter(before, act.kind, act, plan)
  }
  return new Map()
}

/** The rows that a block is about: by its place, else by its units, else all of the act. */
function rowsOf({ at, units }: Block, { act, opens, changes }: ListAct): readonly number[] {
  const [, list, index] = /^(opens|changes)\.(\d+)/.exec(at) ?? []
  if (list) return [(list === 'opens' ? opens : changes)[Number(index)]!]
  const named = new Set(units)
  const about = [
    ...act.opens.flatMap((open, i) => (named.has(open.id) || named.has(open.parentId ?? '') ? [opens[i]!] : [])),
    ...act.changes.flatMap((one, i) => (named.has(one.unitId) || named.has(one.parentId ?? '') ? [changes[i]!] : [])),
  ]
  return about.length > 0 ? about : [...opens, ...changes]
}
