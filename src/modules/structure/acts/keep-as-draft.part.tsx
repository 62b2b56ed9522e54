import { keepDraft } from '#kernel/capabilities/keep-draft/keep-draft.contract.ts'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { call } from '#kernel/web/call.ts'
import type { EnteredAct } from '../act/act-facts.part.tsx'
import { bookOf } from './book.rules.ts'
import { canBeHeld, draftOf } from './draft-of.rules.ts'
import { useSayDraft } from './say-draft.part.tsx'

/** Keeps what an act said as a draft of the person, so that what was taken back can be mended and entered again. */
export function useKeepAsDraft(): (act: EnteredAct) => Promise<void> {
  const say = useSayDraft()
  return async ({ input, units }) => {
    if (input === null || !canBeHeld(input)) return
    const draft = draftOf(input)
    const book = bookOf(units.map(({ unit, type }) => ({ id: unit.id, name: unit.name ?? '', type, parentId: null })))
    const about = say(draft, book)
    const value = { ...draft, rules: [] }
    // A draft more or less: where the line breaks now, what was taken back stays in the journal.
    await call(keepDraft, {
      capability: 'structure.enter-act',
      key: uuidv7(),
      value,
      ...(about ? { about } : {}),
    }).catch(() => undefined)
  }
}
