import type { PlainDate } from '#kernel/contract/dates.ts'
import type { EnteredKind } from '../words.contract.ts'
import type { ActInput } from './act-input.contract.ts'

/** A unit that goes on for the originals: a new one, or one that stands already (`existing`). */
export interface DraftResult {
  readonly id: string
  readonly existing: boolean
  readonly name: string
  readonly shortName: string
  readonly type: string
  readonly parentId: string | null
}

/** What becomes different about a unit that lives on; empty: nothing. */
export interface DraftChange {
  readonly name: string
  readonly shortName: string | null
  readonly type: string
}

/** An act as the wizard holds it while it is being made: what a person has chosen so far. */
export interface ActDraft {
  readonly kind: EnteredKind | null
  readonly effective: PlainDate | null
  /** The units that the act is about: those that end, change, move, or from which others separate. */
  readonly originals: readonly string[]
  readonly results: readonly DraftResult[]
  /** Under which unit the originals come to stand (chuyển giao). */
  readonly receiver: string | null
  /** New names and types of originals (đổi tên, chuyển loại hình). */
  readonly changes: Readonly<Record<string, DraftChange>>
  /** Where those go who stand directly under an original: the id of a result; absent: they stay, or are still to be allocated. */
  readonly allocation: Readonly<Record<string, string>>
  /** Where organs and counterparts of originals go; absent: they stay with their unit, and end with it. */
  readonly organs: Readonly<Record<string, string>>
  readonly counterparts: Readonly<Record<string, string>>
  readonly decision: {
    readonly kind: string
    readonly symbol: string
    readonly on: PlainDate | null
    readonly organ: string
  }
  readonly note: string
}

/** The beginning of every act. */
export const emptyDraft: ActDraft = {
  kind: null,
  effective: null,
  originals: [],
  results: [],
  receiver: null,
  changes: {},
  allocation: {},
  organs: {},
  counterparts: {},
  decision: { kind: 'Quyết định', symbol: '', on: null, organ: '' },
  note: '',
}

/** Kinds whose originals end. */
const ending: readonly EnteredKind[] = ['merge_new', 'merge_into', 'divide', 'end']

/** Whether the originals of a kind of act end by it. */
export function endsOriginals(kind: EnteredKind): boolean {
  return ending.includes(kind)
}

/** Whether those who stand under the originals go elsewhere by it. */
export function allocates(kind: EnteredKind): boolean {
  return endsOriginals(kind) || kind === 'separate' || kind === 'establish'
}

/** The act that a draft says; null while its kind, day or decision is not chosen. What it lacks else, the rehearsal names. */
export function compose(draft: ActDraft): ActInput | null {
  const { kind, effective } = draft
  if (kind === null || effective === null || draft.decision.kind.trim() === '') return null
  const opens = draft.results.filter(({ existing }) => !existing)
  const ends = endsOriginals(kind) ? [...draft.originals] : []
  const moved = Object.entries(draft.allocation).map(([unitId, parentId]) => ({ unitId, parentId }))
  return {
    kind,
    effective,
    decision: decisionOf(draft),
    ...(draft.note.trim() ? { note: draft.note.trim() } : {}),
    opens: opens.map(({ id, type, name, shortName, parentId }) => ({
      id,
      type,
      name: tidy(name),
      ...(shortName.trim() ? { shortName: tidy(shortName) } : {}),
      parentId,
      restricted: false,
    })),
    changes: [...changesOf(draft), ...(allocates(kind) ? moved.filter(({ unitId }) => !ends.includes(unitId)) : [])],
    ends,
    lineage:
      kind === 'establish' || kind === 'rename' || kind === 'retype' || kind === 'reparent'
        ? []
        : draft.originals.flatMap((from) => draft.results.map(({ id: to }) => ({ from, to }))),
    organs: Object.entries(draft.organs).map(([id, to]) => ({ id, to })),
    counterparts: Object.entries(draft.counterparts).map(([id, to]) => ({ id, to })),
  }
}

function changesOf({ kind, originals, changes, receiver }: ActDraft): ActInput['changes'] {
  if (kind === 'reparent') return originals.map((unitId) => ({ unitId, parentId: receiver }))
  if (kind !== 'rename' && kind !== 'retype') return []
  return originals.map((unitId) => {
    const change = changes[unitId]
    return {
      unitId,
      ...(change?.name.trim() ? { name: tidy(change.name) } : {}),
      ...(change && change.shortName !== null ? { shortName: tidy(change.shortName) || null } : {}),
      ...(kind === 'retype' && change?.type ? { type: change.type } : {}),
    }
  })
}

/** A paper as it was typed, as it is entered. */
export function decisionOf({ decision }: Pick<ActDraft, 'decision'>): ActInput['decision'] {
  return {
    kind: tidy(decision.kind),
    ...(decision.symbol.trim() ? { symbol: tidy(decision.symbol) } : {}),
    ...(decision.on ? { on: decision.on } : {}),
    ...(decision.organ.trim() ? { organ: tidy(decision.organ) } : {}),
  }
}

/** As it is kept: composed letters, no blanks around. A keyboard may send the marks of a letter apart. */
function tidy(text: string): string {
  return text.normalize('NFC').trim()
}

/** A rule that allocates many at once: of one type, with words in the name, or all that are left. */
export interface AllocationRule {
  readonly type: string
  /** Words that the folded name must hold; empty: any. */
  readonly words: readonly string[]
  readonly to: string
}

/** Allocates by rules in their order: the first that fits decides; who was allocated by hand stays, and who fits none is left. */
export function allocateByRules(
  units: readonly { readonly id: string; readonly type: string; readonly folded: string }[],
  rules: readonly AllocationRule[],
  before: Readonly<Record<string, string>>,
): Record<string, string> {
  const allocation = { ...before }
  for (const { id, type, folded } of units) {
    if (allocation[id]) continue
    const rule = rules.find(
      (one) => (one.type === '' || one.type === type) && one.words.every((word) => folded.includes(word)),
    )
    if (rule) allocation[id] = rule.to
  }
  return allocation
}
