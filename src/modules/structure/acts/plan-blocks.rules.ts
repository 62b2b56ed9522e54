import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Lives } from '../lives.rules.ts'
import type { ContradictionCode } from '../load-history/contradiction.rules.ts'
import type { Stretch } from '../timeline.rules.ts'
import type { Belonging, BelongingCode } from './belongings.rules.ts'
import type { ShapeCode } from './kinds.rules.ts'

/** A place in the input (`changes.3.parentId`; `act` where it is none) and why the act cannot be entered so. */
export interface Block {
  readonly at: string
  readonly code: ContradictionCode | ShapeCode | BelongingCode | 'living_children' | 'unknown_unit' | 'id_in_use'
  /** Those it is about; of children left over, the unit that ends and then who stands under it. */
  readonly units: readonly string[]
  readonly because?: Because | undefined
  /** What begins after its unit has ended, or would be left without one. */
  readonly belonging?: Belonging | undefined
}

/** Another act that is in the way: it ended or opened a unit that this one speaks of, or would no longer fit after it (`stands`). */
export interface Because {
  readonly act: string
  readonly how: 'ended' | 'opened' | 'stands'
  readonly unit: string | null
}

/** What another act says: its place in the input is none, and the act is told. */
export const placeOfOther = (act: string) => `act:${act}`

/** Adds what keeps an act from being entered. */
export type AddBlock = (
  place: string,
  code: Block['code'],
  units?: readonly string[],
  more?: Pick<Block, 'because' | 'belonging'>,
) => void

/** Gathers at most `most` blocks; all who are left under one unit that ends by the act are one of them. */
export function gatherBlocks(
  lives: Lives,
  most: number,
): { readonly blocks: readonly Block[]; readonly add: AddBlock } {
  const blocks: Block[] = []
  const left = new Map<string, string[]>()
  const push = (block: Block) => {
    if (blocks.length < most) blocks.push(block)
  }
  const add: AddBlock = (place, code, units = [], more = {}) => {
    const [, other] = /^act:(.+)$/.exec(place) ?? []
    if (other !== undefined) return push({ at: 'act', code, units, because: becauseOf(other, units, lives), ...more })
    if (code !== 'parent_does_not_live' || !place.startsWith('ends.')) return push({ at: place, code, units, ...more })
    const [child, parent] = units as [string, string]
    const found = left.get(place)
    // The stretches of one child come one after another.
    if (found && found.at(-1) !== child) found.push(child)
    if (found) return
    const both = [parent, child]
    left.set(place, both)
    push({ at: place, code: 'living_children', units: both })
  }
  return { blocks, add }
}

function becauseOf(act: string, units: readonly string[], lives: Lives): Because {
  const ended = units.find((unit) => lives.get(unit)?.at(-1)?.closedBy === act)
  if (ended) return { act, how: 'ended', unit: ended }
  const opened = units.find((unit) => lives.get(unit)?.[0]?.openedBy === act)
  return opened ? { act, how: 'opened', unit: opened } : { act, how: 'stands', unit: null }
}

/** By which other act a unit is not there on a day: it has ended by it, or is opened by it only later. */
export function whyAway(
  unit: string,
  stretches: readonly Stretch[] | undefined,
  day: PlainDate,
  own: string,
): Because | undefined {
  const [first, last] = [stretches?.[0], stretches?.at(-1)]
  if (!first || !last) return undefined
  const ended = last.valid.until !== null && last.valid.until <= day
  const act = ended ? last.closedBy : first.valid.from > day ? first.openedBy : null
  return act === null || act === own ? undefined : { act, how: ended ? 'ended' : 'opened', unit }
}
