import type { PlainDate } from '#kernel/contract/dates.ts'
import { checkCircles, checkParents, type Lives } from '../lives.rules.ts'
import type { ContradictionCode, Frame } from '../load-history/contradiction.rules.ts'
import { type Stretch, stretchOn, timelineOf, type UnitDeed, type UnitState } from '../timeline.rules.ts'
import type { ActInput } from './act-input.contract.ts'
import { allocate, type Belonging, type BelongingMove } from './belongings.rules.ts'
import { checkShape } from './kinds.rules.ts'
import { type AddBlock, type Block, gatherBlocks, placeOfOther, whyAway } from './plan-blocks.rules.ts'

/** What stands, as far as an act can touch it. */
export interface World {
  /** Of the units touched, of all who stand or stood above them, and of all who stand directly below one that ends or changes. */
  readonly lives: Lives
  /** What was done to each unit touched, in effective order, without what the act itself did before it is corrected or taken back. */
  readonly deeds: ReadonlyMap<string, readonly UnitDeed[]>
  /** Organs, counterparts, facts and aliases of units that end, and those that the act names, as they are without the act. */
  readonly belongings: readonly Belonging[]
  readonly frame: Frame
}

/** What an act would do. */
export interface Plan {
  readonly lives: readonly { unitId: string; before: readonly Stretch[]; after: readonly Stretch[] }[]
  readonly belongings: readonly BelongingMove[]
  readonly blocks: readonly Block[]
  /** How many units of each type the touched ones are on the day, before and after. */
  readonly counts: readonly { type: string; before: number; after: number }[]
}

/** At most so many places are named; more would not help a person. */
const named = 200

/**
 * Works out an act upon a world, and everything that keeps it from being entered. `act: null` takes back what `id` did. `day` is the
 * first day on which anything may become different (of a correction: the earlier one of both). At most `most` places are named.
 */
export function planAct(id: string, act: ActInput | null, day: PlainDate, world: World, most = named): Plan {
  const lives = new Map(world.lives)
  const { blocks, add: block } = gatherBlocks(lives, most)
  if (act) for (const { at, code } of checkShape(act)) block(at, code)
  const on = act?.effective ?? day
  const said = act ? deedsOf(id, act) : new Map<string, UnitDeed>()
  const placeOf = placesIn(id, act)
  if (act) checkKnown(act, world, block)

  const changed: { unitId: string; before: readonly Stretch[]; after: readonly Stretch[] }[] = []
  for (const unitId of new Set([...world.deeds.keys(), ...said.keys()])) {
    const { stretches, misfits } = timelineOf(inOrder(world.deeds.get(unitId) ?? [], said.get(unitId)))
    changed.push({ unitId, before: world.lives.get(unitId) ?? [], after: stretches })
    if (stretches.length > 0) lives.set(unitId, stretches)
    else lives.delete(unitId)
    for (const { act: by, code } of misfits) {
      const because = code === 'does_not_live' && by === id ? whyAway(unitId, stretches, on, id) : undefined
      block(placeOf(by, unitId), code, [unitId], because && { because })
    }
  }
  const blame = (at: string, code: ContradictionCode, what: string) => {
    const units = idsIn(what)
    const above = code === 'parent_does_not_live' ? units[1] : undefined
    const because = above === undefined ? undefined : whyAway(above, lives.get(above), on, id)
    block(at, code, units, because && { because })
  }
  const touched = new Set(changed.map(({ unitId }) => unitId))
  const below = [...lives].flatMap(([unit, stretches]) =>
    touched.has(unit) || stretches.some(({ parent }) => parent !== null && touched.has(parent)) ? [unit] : [],
  )
  checkParents(lives, placeOf, world.frame, blame, { units: below, since: day })
  const moves = [...said].flatMap(([unit, deed]) =>
    deed.open || deed.change?.parent !== undefined ? [{ act: id, unit, on: deed.on }] : [],
  )
  checkCircles(moves, lives, placeOf, blame)

  const allocated = allocate(act, day, lives, world.belongings)
  for (const { at, code, units, belonging } of allocated.faults) block(at, code, units, belonging && { belonging })
  return {
    lives: changed,
    belongings: allocated.moves,
    blocks,
    counts: countsOf(changed, on),
  }
}

/** The world after an act that a plan worked out, for planning another act of the same day upon it. */
export function worldAfter(world: World, id: string, act: ActInput, plan: Plan): World {
  const lives = new Map(world.lives)
  for (const { unitId, after } of plan.lives) lives.set(unitId, after)
  const deeds = new Map(world.deeds)
  for (const [unitId, deed] of deedsOf(id, act)) deeds.set(unitId, inOrder(deeds.get(unitId) ?? [], deed))
  return { ...world, lives, deeds }
}

/** What an act says of each unit. */
export function deedsOf(id: string, act: ActInput): Map<string, UnitDeed> {
  const base = { act: id, on: act.effective }
  const deeds = new Map<string, UnitDeed>()
  for (const { id: unit, type, name, shortName, parentId, restricted } of act.opens) {
    deeds.set(unit, {
      ...base,
      open: {
        type,
        name,
        shortName: shortName ?? null,
        parent: parentId,
        covered: true,
        belowCovered: true,
        restricted,
      },
    })
  }
  for (const { unitId, type, name, shortName, parentId } of act.changes) {
    const said = { type, name, shortName, parent: parentId }
    deeds.set(unitId, { ...base, change: withoutAbsent(said) })
  }
  for (const unit of act.ends) deeds.set(unit, { ...base, end: true })
  return deeds
}

function withoutAbsent(said: { [K in keyof UnitState]?: UnitState[K] | undefined }): Partial<UnitState> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}

/** The deeds of a unit with a new one at its day, after what was done before on that day. */
function inOrder(deeds: readonly UnitDeed[], added: UnitDeed | undefined): UnitDeed[] {
  if (!added) return [...deeds]
  const later = deeds.findIndex(({ on }) => on > added.on)
  return later < 0 ? [...deeds, added] : deeds.toSpliced(later, 0, added)
}

function checkKnown(act: ActInput, world: World, block: AddBlock): void {
  const opened = new Set(act.opens.map(({ id }) => id))
  const known = (at: string, id: string | null | undefined) => {
    if (id && !opened.has(id) && !world.lives.has(id)) block(at, 'unknown_unit', [id])
  }
  act.opens.forEach(({ id, parentId }, i) => {
    if (world.deeds.get(id)?.length) block(`opens.${i}.id`, 'id_in_use', [id])
    known(`opens.${i}.parentId`, parentId)
  })
  act.changes.forEach(({ unitId, parentId }, i) => {
    known(`changes.${i}.unitId`, unitId)
    known(`changes.${i}.parentId`, parentId)
  })
  act.ends.forEach((id, i) => {
    known(`ends.${i}`, id)
  })
  act.lineage.forEach(({ from, to }, i) => {
    known(`lineage.${i}.from`, from)
    known(`lineage.${i}.to`, to)
  })
}

/** Finds the place in the input where the act speaks of a unit; what another act says of it has none, and names that act. */
function placesIn(id: string, act: ActInput | null) {
  const places = new Map<string, { at: string; has: (field: 'parent' | 'type') => boolean }>()
  const has = (entry: { parentId?: unknown; type?: unknown }) => (field: 'parent' | 'type') =>
    (field === 'parent' ? entry.parentId : entry.type) !== undefined
  act?.ends.forEach((unit, i) => {
    places.set(unit, { at: `ends.${i}`, has: () => false })
  })
  act?.opens.forEach((open, i) => {
    places.set(open.id, { at: `opens.${i}`, has: has(open) })
  })
  act?.changes.forEach((change, i) => {
    places.set(change.unitId, { at: `changes.${i}`, has: has(change) })
  })
  return (by: string, unit?: string, field?: 'parent' | 'type'): string => {
    if (by !== id) return placeOfOther(by)
    const place = unit === undefined ? undefined : places.get(unit)
    if (!place) return 'act'
    return field && place.has(field) ? `${place.at}.${field === 'parent' ? 'parentId' : 'type'}` : place.at
  }
}

function countsOf(changed: Plan['lives'], day: PlainDate): Plan['counts'] {
  const counts = new Map<string, { type: string; before: number; after: number }>()
  const add = (stretches: readonly Stretch[], side: 'before' | 'after') => {
    const type = stretchOn(stretches, day)?.type
    if (!type) return
    const row = counts.get(type) ?? { type, before: 0, after: 0 }
    counts.set(type, { ...row, [side]: row[side] + 1 })
  }
  for (const { before, after } of changed) {
    add(before, 'before')
    add(after, 'after')
  }
  return [...counts.values()].sort((a, b) => (a.type < b.type ? -1 : 1))
}

function idsIn(what: string): string[] {
  return what.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
}
