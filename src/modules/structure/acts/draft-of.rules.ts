import type { ActInput } from './act-input.contract.ts'
import { type ActDraft, compose, type DraftResult, emptyDraft, endsOriginals } from './compose.rules.ts'

/** An entered act as the wizard holds one: what `compose` turns into the same act again, as far as a draft can say it. */
export function draftOf(act: ActInput): ActDraft {
  const opened = new Set(act.opens.map(({ id }) => id))
  const originals = originalsOf(act)
  const chosen = new Set(originals)
  const going = [...new Set(act.lineage.map(({ to }) => to))].filter((id) => !opened.has(id))
  const moves = act.changes.filter(({ unitId, parentId }) => !chosen.has(unitId) && parentId)
  return {
    ...emptyDraft,
    kind: act.kind,
    effective: act.effective,
    originals,
    results: [...act.opens.map(newResult), ...going.map(existingResult)],
    receiver: act.kind === 'reparent' ? (act.changes[0]?.parentId ?? null) : (act.opens[0]?.parentId ?? null),
    changes: Object.fromEntries(
      act.changes
        .filter(({ unitId }) => chosen.has(unitId))
        .map(({ unitId, name, shortName, type }) => [
          unitId,
          { name: name ?? '', shortName: shortName === undefined ? null : (shortName ?? ''), type: type ?? '' },
        ]),
    ),
    allocation: Object.fromEntries(moves.map(({ unitId, parentId }) => [unitId, parentId!])),
    organs: Object.fromEntries(act.organs.map(({ id, to }) => [id, to])),
    counterparts: Object.fromEntries(act.counterparts.map(({ id, to }) => [id, to])),
    decision: {
      kind: act.decision.kind,
      symbol: act.decision.symbol ?? '',
      on: act.decision.on ?? null,
      organ: act.decision.organ ?? '',
    },
    note: act.note ?? '',
  }
}

function originalsOf(act: ActInput): readonly string[] {
  if (endsOriginals(act.kind)) return act.ends
  if (act.kind === 'separate') return [...new Set(act.lineage.map(({ from }) => from))]
  return act.kind === 'establish' ? [] : act.changes.map(({ unitId }) => unitId)
}

function newResult({ id, type, name, shortName, parentId }: ActInput['opens'][number]): DraftResult {
  return { id, existing: false, name, shortName: shortName ?? '', type, parentId }
}

/** One that stands already says nothing of itself: its name and place are those of the tree. */
export function existingResult(id: string): DraftResult {
  return { id, existing: true, name: '', shortName: '', type: '', parentId: null }
}

/** Whether the wizard can say all of an act; one entered by other means may hold more than its steps show. */
export function canBeHeld(act: ActInput): boolean {
  const again = compose(draftOf(act))
  return again !== null && inOrder(again) === inOrder(act)
}

/** An act as a text that does not depend on the order in which its units are named. */
function inOrder(act: ActInput): string {
  const sorted = Object.entries(act).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map((one) => JSON.stringify(one, keysOf(one))).sort() : value,
  ])
  return JSON.stringify(sorted.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)))
}

function keysOf(value: unknown): string[] | null {
  return typeof value === 'object' && value !== null ? Object.keys(value).sort() : null
}
