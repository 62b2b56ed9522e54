import type { PlainDate } from '#kernel/contract/dates.ts'
import { sortKey } from '#kernel/contract/sort-key.ts'
import type { Work } from '#kernel/server/work.ts'
import { listActs } from '../acts.read.ts'
import { listLinks } from '../card/stretches.read.ts'
import type { UnitLink } from '../words.contract.ts'
import type { ActInput } from './act-input.contract.ts'
import { blockSentence } from './blocks.rules.ts'
import type { ActBlock, ActEffect } from './effect.contract.ts'
import type { Participants } from './participant.write.ts'
import { type Plan, planAct } from './plan.rules.ts'
import type { Block } from './plan-blocks.rules.ts'
import { listThings } from './things.read.ts'
import { toldAct } from './told-act.rules.ts'
import { type Replaced, readWorld } from './world.read.ts'

/** The work of any capability of structure. */
export type StructureWork = Work<`structure.${string}`, never>
type Link = typeof UnitLink._output

/** An act to be tried: a new one, a correction of one, or the taking back of one (`act: null`). */
export interface Trial {
  readonly id: string
  readonly act: ActInput | null
  readonly replaced: Replaced | null
  readonly allocation: Readonly<Record<string, unknown>>
}

/** What an act would do, and what blocks it, in words. */
export interface Rehearsed {
  readonly plan: Plan
  readonly blocks: readonly ActBlock[]
  readonly above: ActEffect['above']
  /** Names of units: those that the act gives, else those of the day. */
  readonly link: (unitId: string) => Link
}

/** Tries an act on the tree as it stands, writing nothing. */
export async function rehearse(work: StructureWork, trial: Trial, participants: Participants): Promise<Rehearsed> {
  const { act, replaced } = trial
  const day = firstDay(act, replaced)
  const world = await readWorld(work.db, act, replaced, day)
  const plan = planAct(trial.id, act, day, world)
  const ids = new Set([
    ...plan.lives.map(({ unitId }) => unitId),
    ...plan.blocks.flatMap(({ units }) => units),
    ...world.lives.keys(),
  ])
  const names = await listLinks(work.db, [...ids], day)
  for (const { id, name } of act?.opens ?? []) names.set(id, name)
  const link = (id: string): Link => ({ id, name: names.get(id) ?? null })
  const blocks = await sayBlocks(work, plan.blocks, act, names)
  const above: ActEffect['above'] = []
  for (const participant of act ? participants() : []) {
    const { module } = participant
    const seen = await participant.preview(work.tx, { id: trial.id, act: act!, allocation: trial.allocation[module] })
    above.push(...seen.changes.map((change) => ({ module, ...change })))
    blocks.push(...seen.blocks.map((why) => ({ at: 'act', code: module, why, units: [], act: null })))
  }
  return { plan, blocks, above, link }
}

/** The first day that may become different. */
function firstDay(act: ActInput | null, replaced: Replaced | null): PlainDate {
  const days = [act?.effective, replaced?.effective].filter((day) => day !== undefined)
  return days.sort()[0]!
}

/** At most so many units of one block are handed on. */
const listed = 20

/** Blocks in words: units and belongings by their names, the act that is in the way by its kind, day and paper. */
async function sayBlocks(
  { db }: StructureWork,
  blocks: readonly Block[],
  act: ActInput | null,
  names: ReadonlyMap<string, string>,
): Promise<ActBlock[]> {
  const acts = await listActs(db, [...new Set(blocks.flatMap(({ because }) => because?.act ?? []))])
  const byId = new Map(acts.map((one) => [one.id, one]))
  const thing = await listThings(
    db,
    blocks.flatMap(({ belonging }) => belonging ?? []),
  )
  const words = {
    kind: act?.kind ?? null,
    name: (id: string) => names.get(id) ?? id,
    act: (id: string) => {
      const found = byId.get(id)
      return found ? toldAct(found) : null
    },
    thing,
  }
  return blocks.map((block) => {
    const { at, code, because } = block
    const units = code === 'living_children' ? byName(block.units, names) : block.units
    return {
      at,
      code,
      why: blockSentence({ ...block, units }, words),
      units: units.slice(0, listed).map((id) => ({ id, name: names.get(id) ?? null })),
      act: (because && byId.get(because.act)) ?? null,
    }
  })
}

/** The unit that ends, then those left under it by their names. */
function byName([first, ...children]: readonly string[], names: ReadonlyMap<string, string>): readonly string[] {
  const keyed = children.map((id) => ({ id, key: sortKey(names.get(id) ?? '') }))
  return [first!, ...keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ id }) => id)]
}
