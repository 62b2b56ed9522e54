import type { PlainDate } from '#kernel/contract/dates.ts'
import type { EnteredKind } from '../words.contract.ts'
import type { Book, BookUnit } from './book.rules.ts'
import { type ActDraft, allocates, type DraftResult, endsOriginals } from './compose.rules.ts'
import type { ActEffect } from './effect.contract.ts'

/** The steps of the wizard by their names in the address. */
export const stepIds = ['viec', 'to-chuc', 'ket-qua', 'phan-bo', 'van-ban', 'dien-tap'] as const
export type StepId = (typeof stepIds)[number]

/** A line of the rules by which many are allocated at once, as it is typed. */
export interface TypedRule {
  readonly type: string
  readonly words: string
  readonly to: string
}

/** What the wizard keeps: the draft of the act, and the rules of its allocation. */
export interface WizardDraft extends ActDraft {
  readonly rules: readonly TypedRule[]
}

/** The steps of a kind of act: where nothing can stand below the originals or beside them, nothing is allocated. */
export function stepsOf(draft: ActDraft, book: Book, isCell: (type: string) => boolean): readonly StepId[] {
  const has = mayAllocate(draft, book, isCell)
  return stepIds.filter((id) => (id === 'phan-bo' ? has : !(id === 'ket-qua' && draft.kind === 'end')))
}

function mayAllocate(draft: ActDraft, book: Book, isCell: (type: string) => boolean): boolean {
  if (draft.kind === null || !allocates(draft.kind)) return false
  return toAllocate(draft, book).length > 0 || draft.originals.some((id) => !isCell(book.byId.get(id)?.type ?? ''))
}

/** Who may go elsewhere by the act: those directly under an original, or beside the new ones, who do not end by it themselves. */
export function toAllocate(draft: ActDraft, book: Book): readonly BookUnit[] {
  if (draft.kind === null || !allocates(draft.kind)) return []
  const chosen = new Set(draft.originals)
  const above = draft.kind === 'establish' ? (draft.receiver ? [draft.receiver] : []) : draft.originals
  return above.flatMap((id) => book.children.get(id) ?? []).filter(({ id }) => !chosen.has(id))
}

/** How many of them must still be allocated: of an original that ends nobody can stay behind. */
export function leftOver(draft: ActDraft, book: Book): number {
  if (draft.kind === null || !endsOriginals(draft.kind)) return 0
  return toAllocate(draft, book).filter(({ id }) => !draft.allocation[id]).length
}

const fewest: Partial<Record<EnteredKind, number>> = { merge_new: 2, establish: 0 }

/** Whether what a step asks is complete enough to go on; what is wrong with it is for the rehearsal to say. */
export function isReady(step: StepId, draft: ActDraft): boolean {
  const { kind, originals, results, changes } = draft
  if (step === 'viec') return kind !== null && draft.effective !== null
  if (kind === null) return false
  if (step === 'to-chuc') {
    if (kind === 'divide') return originals.length === 1
    return originals.length >= (fewest[kind] ?? 1)
  }
  if (step === 'van-ban') return draft.decision.kind.trim() !== ''
  if (step !== 'ket-qua') return true
  if (kind === 'reparent') return draft.receiver !== null
  if (kind === 'rename') return originals.every((id) => changes[id]?.name.trim() || changes[id]?.shortName != null)
  if (kind === 'retype') return originals.every((id) => changes[id]?.type)
  if (kind === 'divide' && results.length < 2) return false
  return results.length > 0 && results.every(isSaid)
}

function isSaid({ id, existing, name, type }: DraftResult): boolean {
  return existing ? id !== '' : name.trim() !== '' && type !== ''
}

/** The furthest step that can be shown: everything before it is complete. */
export function reachable(steps: readonly StepId[], draft: ActDraft, wanted: string): StepId {
  const at = Math.max(0, steps.indexOf(wanted as StepId))
  const open = steps.slice(0, at).find((step) => !isReady(step, draft))
  return open ?? steps[at]!
}

type Block = ActEffect['blocks'][number]

/** The step in which the place that a block names can be mended; null where it is none of ours. */
export function stepOfBlock(
  { at, code }: Pick<Block, 'at' | 'code'>,
  draft: ActDraft,
  steps: readonly StepId[],
): StepId | null {
  const step = placed(at, code, draft)
  if (step === null || steps.includes(step)) return step
  return step === 'phan-bo' ? 'to-chuc' : null
}

function placed(at: string, code: string, { kind }: ActDraft): StepId | null {
  const [field] = at.split('.')
  if (field === 'kind' || field === 'effective') return 'viec'
  if (field === 'decision' || field === 'note') return 'van-ban'
  if (field === 'opens' || field === 'lineage') return 'ket-qua'
  if (field === 'organs' || field === 'counterparts') return 'phan-bo'
  // What begins only after the end stays where it is: another day is what mends it.
  if (field === 'ends' && code === 'belongs_later') return 'viec'
  if (field === 'ends') return code === 'living_children' ? 'phan-bo' : 'to-chuc'
  if (field !== 'changes') return null
  return kind !== null && allocates(kind) ? 'phan-bo' : 'ket-qua'
}

/** The draft of another kind of act: the units and the paper stay, what only the former kind asked goes. */
export function withKind(draft: WizardDraft, kind: EnteredKind): WizardDraft {
  if (draft.kind === kind) return draft
  const nothing = { results: [], changes: {}, allocation: {}, organs: {}, counterparts: {}, rules: [] }
  // Who comes from a unit founds below it.
  const receiver = kind === 'establish' ? (draft.originals[0] ?? null) : null
  return { ...draft, ...nothing, kind, receiver }
}

/** How a unit that begins is likely to be: of the type that the originals share, at the place of the first. */
export function likelyResult(id: string, draft: ActDraft, book: Book): DraftResult {
  const units = draft.originals.flatMap((one) => book.byId.get(one) ?? [])
  const types = new Set(units.map(({ type }) => type))
  return {
    id,
    existing: false,
    name: '',
    shortName: '',
    type: types.size === 1 ? [...types][0]! : '',
    parentId: draft.kind === 'establish' ? draft.receiver : (units[0]?.parentId ?? null),
  }
}

/** How many results a kind of act has at least, so that the fields for them stand ready. */
export const fewestResults: Partial<Record<EnteredKind, number>> = {
  establish: 1,
  merge_new: 1,
  divide: 2,
  separate: 1,
}

/** What every step of the wizard takes. */
export interface StepProps {
  readonly draft: WizardDraft
  readonly onChange: (change: Partial<WizardDraft>) => void
  /** The tree of the day before the act. */
  readonly book: Book
  readonly day: PlainDate
}
