import { fold } from '#kernel/contract/fold.ts'
import type { Ground, KnownUnit, Superior } from './judged.rules.ts'
import type { Fault, Row } from './rows.rules.ts'

/** Which unit a row is about, and under whom it says that the unit stands. `superior` is null where a root is to stay one. */
export interface Found {
  readonly unitId: string | null
  readonly superior: Superior | null
  readonly superiorName: string | null
  readonly faults: readonly Fault[]
}

/** Units and rows by what a person may call them. */
export interface Namesakes {
  readonly byId: ReadonlyMap<string, KnownUnit>
  /** Children of a unit by their folded name. */
  readonly below: ReadonlyMap<string, readonly KnownUnit[]>
  /** Units of the part that is worked on, by their folded name. */
  readonly units: ReadonlyMap<string, readonly KnownUnit[]>
  /** Names that stand only outside that part. */
  readonly outside: ReadonlySet<string>
  /** Rows by their folded name. */
  readonly rows: ReadonlyMap<string, readonly Row[]>
  /** Rows by a key of the list's own. */
  readonly keys: ReadonlyMap<string, readonly Row[]>
  /** Rows by the id of a unit. */
  readonly ids: ReadonlyMap<string, Row>
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Makes the lists for looking up. */
export function namesakes({ units, under }: Ground, rows: readonly Row[]): Namesakes {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const inside = new Set([under])
  for (const { id, parentId } of units) if (parentId !== null && inside.has(parentId)) inside.add(id)
  const within = Map.groupBy(
    units.filter(({ id }) => inside.has(id)),
    ({ name }) => fold(name),
  )
  return {
    byId,
    below: Map.groupBy(units, (unit) => `${unit.parentId} ${fold(unit.name)}`),
    units: within,
    outside: new Set(units.flatMap(({ id, name }) => (inside.has(id) ? [] : [fold(name)]))),
    rows: Map.groupBy(
      rows.filter(({ name }) => name !== ''),
      ({ name }) => fold(name),
    ),
    keys: Map.groupBy(
      rows.filter(({ id }) => id !== '' && !uuid.test(id)),
      ({ id }) => id,
    ),
    ids: new Map(rows.map((row) => [row.id.toLowerCase(), row])),
  }
}

/** Finds of each row the unit and the superior: by code, else by name. Rows may stand under rows of the same list, in any order. */
export function refer(rows: readonly Row[], ground: Ground, names: Namesakes): ReadonlyMap<number, Found> {
  const found = new Map<number, Found>()
  const asked = new Set<number>()
  const find = (row: Row): Found => {
    const known = found.get(row.no)
    if (known) return known
    // A row that is asked for while it is being found stands under itself: told later as a circle.
    if (asked.has(row.no)) return { unitId: null, superior: { row: row.no }, superiorName: row.name, faults: [] }
    asked.add(row.no)
    const answer = lookUp(row, ground, names, find)
    found.set(row.no, answer)
    return answer
  }
  for (const row of rows) find(row)
  return found
}

type Find = (row: Row) => Found
interface SuperiorFound {
  readonly superior: Superior | null
  readonly name: string | null
  readonly fault?: Fault
}

function lookUp(row: Row, ground: Ground, names: Namesakes, find: Find): Found {
  const id = row.id.toLowerCase()
  const unit = uuid.test(id) ? names.byId.get(id) : undefined
  if (uuid.test(id) && !unit)
    return { unitId: null, superior: null, superiorName: null, faults: [row.fault('id', 'unknown_id')] }
  const twin = unit || row.id === '' ? undefined : names.keys.get(row.id)?.[0]
  if (twin && twin.no !== row.no)
    return {
      unitId: null,
      superior: null,
      superiorName: null,
      faults: [row.fault('id', 'key_twice', { row: twin.no })],
    }
  const above = superiorOf(row, unit, ground, names, find)
  const base = { superior: above.superior, superiorName: above.name }
  if (above.fault) return { ...base, unitId: unit?.id ?? null, faults: [above.fault] }
  if (unit) return { ...base, unitId: unit.id, faults: [] }
  const same =
    above.superior && 'unit' in above.superior
      ? (names.below.get(`${above.superior.unit} ${fold(row.name)}`) ?? [])
      : []
  if (same.length > 1) return { ...base, unitId: null, faults: [row.fault('name', 'ambiguous_name')] }
  return { ...base, unitId: same[0]?.id ?? null, faults: [] }
}

function superiorOf(
  row: Row,
  unit: KnownUnit | undefined,
  ground: Ground,
  names: Namesakes,
  find: Find,
): SuperiorFound {
  const { byId } = names
  const standing = (id: string | null): SuperiorFound => ({
    superior: id === null ? null : { unit: id },
    name: id === null ? null : (byId.get(id)?.name ?? null),
  })
  if (row.parentId === '' && row.parent === '') return standing(unit ? unit.parentId : ground.under)
  const current = unit?.parentId ? byId.get(unit.parentId) : undefined
  // The name by which the superior was known when the list was made is good enough, also where a row of this list renames it.
  if (row.parentId === '' && current && fold(current.name) === fold(row.parent)) return standing(current.id)
  const all = row.parentId === '' ? byName(row, names, find) : byCode(row, names, find)
  if (all.length === 0) {
    const elsewhere = row.parentId === '' && names.outside.has(fold(row.parent))
    const field = row.parentId === '' ? 'parent' : 'parentId'
    const given = row.parentId || row.parent
    return {
      ...standing(null),
      fault: row.fault(field, elsewhere ? 'superior_outside' : 'unknown_superior', { given }),
    }
  }
  if (all.length > 1)
    return { ...standing(null), fault: row.fault('parent', 'ambiguous_superior', { given: row.parent }) }
  const [one] = all
  if (row.parentId !== '' && row.parent !== '' && !one!.names.some((name) => fold(name) === fold(row.parent)))
    return { ...standing(null), fault: row.fault('parent', 'superior_and_code_differ') }
  return { superior: one!.superior, name: one!.names[0] ?? null }
}

interface Candidate {
  readonly superior: Superior
  readonly names: readonly string[]
}

function byCode(row: Row, { byId, keys, ids }: Namesakes, find: Find): Candidate[] {
  const unit = byId.get(row.parentId.toLowerCase())
  // A row of this list may give the superior another name: both are right.
  if (unit) return [{ superior: { unit: unit.id }, names: [unit.name, ids.get(unit.id)?.name ?? unit.name] }]
  return (keys.get(row.parentId) ?? []).slice(0, 1).map((one) => asCandidate(one, find(one)))
}

function byName(row: Row, { units, rows }: Namesakes, find: Find): Candidate[] {
  const wanted = fold(row.parent)
  const standing = units.get(wanted) ?? []
  const seen = new Set(standing.map(({ id }) => id))
  const added = (rows.get(wanted) ?? []).flatMap((one) => {
    if (one.no === row.no) return []
    const found = find(one)
    if (found.unitId !== null && seen.has(found.unitId)) return []
    if (found.unitId !== null) seen.add(found.unitId)
    return [asCandidate(one, found)]
  })
  return [...standing.map(({ id, name }) => ({ superior: { unit: id }, names: [name] })), ...added]
}

function asCandidate(row: Row, { unitId }: Found): Candidate {
  return { superior: unitId === null ? { row: row.no } : { unit: unitId }, names: [row.name] }
}
