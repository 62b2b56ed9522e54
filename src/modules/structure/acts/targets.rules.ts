import type { Book } from './book.rules.ts'
import type { ActDraft } from './compose.rules.ts'

/** A place to which units can go, by the name it has or will have. */
export interface Target {
  readonly id: string
  readonly name: string
}

/** Which of the units one sees: everybody, those not allocated, or those of one target. */
export type Shown = 'all' | 'left' | (string & {})

/** Where those can go who are allocated: the results, what was chosen besides, and for a mere end the superiors of what ends. */
export function targetsOf(draft: ActDraft, book: Book, added: readonly string[]): readonly string[] {
  const chosen = new Set(draft.originals)
  const above = draft.originals.flatMap((id) => book.byId.get(id)?.parentId ?? [])
  return [
    ...new Set([
      ...draft.results.map(({ id }) => id).filter((id) => id !== ''),
      ...(draft.kind === 'end' ? above : []),
      ...Object.values(draft.allocation),
      ...Object.values(draft.organs),
      ...Object.values(draft.counterparts),
      ...added,
    ]),
  ].filter((id) => !chosen.has(id))
}

/** The name under which a unit is known while the act is being made: what it will be called, else what it is called. */
export function nameIn(draft: ActDraft, book: Book, id: string): string {
  const fresh = draft.results.find((one) => one.id === id && !one.existing)
  return fresh?.name.trim() || (book.byId.get(id)?.name ?? '')
}

/** Puts units at a target, or back among those not allocated (`null`). */
export function allocated(
  before: Readonly<Record<string, string>>,
  ids: readonly string[],
  to: string | null,
): Record<string, string> {
  const gone = new Set(ids)
  const kept = Object.entries(before).filter(([id]) => !gone.has(id))
  return Object.fromEntries(to === null ? kept : [...kept, ...ids.map((id): [string, string] => [id, to])])
}
