import type { PlainDate } from '#kernel/contract/dates.ts'
import type { ActInput, EnteredDecision } from '../acts/act-input.contract.ts'
import type { Judged } from './judged.rules.ts'

/** An act as which a part of the list is written, with the rows that stand behind its lines. */
export interface ListAct {
  readonly act: ActInput
  readonly opens: readonly number[]
  readonly changes: readonly number[]
}

type Change = ActInput['changes'][number]
type Doing = Judged & { readonly wanted: NonNullable<Judged['wanted']> }

/**
 * The acts of one day that do what the list says: renamed, of another type, established, put under another superior. A new type comes before
 * new units, which may need it above them; only where a unit of another type is to stand under a new one, the new ones come first.
 */
export function composeActs(
  judged: readonly Judged[],
  effective: PlainDate,
  decision: typeof EnteredDecision._output,
  idOfRow: (row: number) => string,
): ListAct[] {
  const doing = judged.filter((one): one is Doing => one.wanted !== null)
  const parentOf = ({ wanted: { superior } }: Doing) =>
    superior === null ? null : 'unit' in superior ? superior.unit : idOfRow(superior.row)
  const has = (one: Doing, ...fields: readonly string[]) => one.changes.some(({ field }) => fields.includes(field))
  const base = { effective, decision, opens: [], changes: [], ends: [], lineage: [], organs: [], counterparts: [] }
  const changing = (
    kind: 'rename' | 'retype' | 'reparent',
    rows: readonly Doing[],
    change: (one: Doing) => Partial<Change>,
  ) => ({
    act: { ...base, kind, changes: rows.map((one) => ({ unitId: one.unitId!, ...change(one) })) },
    opens: [],
    changes: rows.map(({ no }) => no),
  })
  const standing = doing.filter(({ unitId }) => unitId !== null)
  const added = doing.filter(({ unitId }) => unitId === null)
  const renamed = changing(
    'rename',
    standing.filter((one) => has(one, 'name', 'shortName')),
    (one) => ({
      ...(has(one, 'name') ? { name: one.wanted.name } : {}),
      ...(has(one, 'shortName') ? { shortName: one.wanted.shortName } : {}),
    }),
  )
  const retypedRows = standing.filter((one) => has(one, 'type'))
  const retyped = changing('retype', retypedRows, (one) => ({
    type: one.wanted.type,
    ...(has(one, 'parent') ? { parentId: parentOf(one) } : {}),
  }))
  const moved = changing(
    'reparent',
    standing.filter((one) => has(one, 'parent') && !has(one, 'type')),
    (one) => ({ parentId: parentOf(one) }),
  )
  const established: ListAct = {
    act: {
      ...base,
      kind: 'establish',
      opens: added.map((one) => ({
        id: idOfRow(one.no),
        type: one.wanted.type,
        name: one.wanted.name,
        ...(one.wanted.shortName === null ? {} : { shortName: one.wanted.shortName }),
        parentId: parentOf(one),
        restricted: false,
      })),
    },
    opens: added.map(({ no }) => no),
    changes: [],
  }
  const newFirst = retypedRows.some(({ wanted: { superior } }) => superior !== null && 'row' in superior)
  const acts = newFirst ? [renamed, established, retyped, moved] : [renamed, retyped, established, moved]
  return acts.filter(({ act }) => act.opens.length + act.changes.length > 0)
}

/** All acts of a list as one, for reading once what they can touch. */
export function together(acts: readonly ListAct[]): ActInput | null {
  const [first] = acts
  if (!first) return null
  return { ...first.act, opens: acts.flatMap(({ act }) => act.opens), changes: acts.flatMap(({ act }) => act.changes) }
}
