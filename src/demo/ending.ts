import { readFileSync } from 'node:fs'
import { plainDate } from '#kernel/contract/dates.ts'
import { idOf } from '#modules/structure/index.server.ts'
import { type ActDraft, emptyDraft } from '#modules/structure/index.ts'

const file = new URL('../../data/bloc/ending.json', import.meta.url)

interface Ending {
  on: string
  ends: string
  decision: { kind: string; symbol: string; on: string; organ: string }
  note: string
  successors: { unit: string; name: string; type: string }[]
  /** Who goes to which successor, by the keys of the history. */
  allocation: Record<string, string>
}

/** The ending of the Bloc in February 2025 as the wizard holds an act that is not entered yet; `history`: the name of the loaded history. */
export function draftOfTheEnding(history: string): ActDraft {
  const { on, ends, decision, note, successors, allocation } = JSON.parse(readFileSync(file, 'utf8')) as Ending
  const id = (key: string) => idOf(history, 'unit', key)
  return {
    ...emptyDraft,
    kind: 'divide',
    effective: plainDate(on),
    originals: [id(ends)],
    results: successors.map(({ unit, name, type }) => ({
      id: id(unit),
      existing: false,
      name,
      shortName: '',
      type,
      parentId: null,
    })),
    allocation: Object.fromEntries(Object.entries(allocation).map(([unit, to]) => [id(unit), id(to)])),
    decision: { ...decision, on: plainDate(decision.on) },
    note,
  }
}
