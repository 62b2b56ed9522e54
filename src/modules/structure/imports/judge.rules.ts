import { fold } from '#kernel/contract/fold.ts'
import { findCircles } from './circles.rules.ts'
import type { Layout } from './heads.rules.ts'
import type { CellChange, Ground, Judged, KnownUnit, Superior, Wanted } from './judged.rules.ts'
import { type Found, namesakes, refer } from './refer.rules.ts'
import { type Fault, type Row, rowOf } from './rows.rules.ts'

/** Tells of each row of a list what it would do, or why it is refused. Empty rows are passed over. `first` is the row of the first line. */
export function judge(lines: readonly (readonly string[])[], first: number, layout: Layout, ground: Ground): Judged[] {
  const rows = lines.flatMap((line, i) =>
    line.some((cell) => cell.trim() !== '') ? [rowOf(line, first + i, layout)] : [],
  )
  const names = namesakes(ground, rows)
  const found = refer(rows, ground, names)
  const typeCodes = new Map(
    (['otherNames', 'names'] as const).flatMap((list) =>
      ground.types.flatMap((type) => type[list].map((name) => [fold(name), type.code] as const)),
    ),
  )
  const known = new Set(ground.types.map(({ code }) => code))
  const judged = rows.map((row) => judgeRow(row, found.get(row.no)!, ground, names.byId, { typeCodes, known }))
  const inPlace = checkPlaces(judged, rows, ground, names.byId)
  return withoutFallen(withoutTwins(inPlace, rows), rows)
}

interface Types {
  readonly typeCodes: ReadonlyMap<string, string>
  readonly known: ReadonlySet<string>
}

function judgeRow(row: Row, found: Found, ground: Ground, byId: ReadonlyMap<string, KnownUnit>, types: Types): Judged {
  const faults = [...row.faults, ...found.faults]
  const unit = found.unitId === null ? undefined : byId.get(found.unitId)
  const type = typeOf(row, types, faults) ?? unit?.type
  const name = row.name || unit?.name
  // Where it is not known which unit the row is about, nothing more is asked of it.
  if (!unit && found.faults.every(({ field }) => field !== 'id' && field !== 'name')) {
    if (!name) faults.push(row.fault('name', 'no_name'))
    if (!type && faults.every(({ field }) => field !== 'type')) faults.push(row.fault('type', 'no_type'))
    if (row.from !== '' && row.from !== ground.effective) faults.push(row.fault('from', 'another_day'))
  }
  if (row.until !== '') {
    const begins = unit?.from ?? (row.from || ground.effective)
    faults.push(row.fault('until', row.until <= begins ? 'ends_before_it_begins' : 'ends_by_another_act'))
  }
  const base = { no: row.no, name: row.name || unit?.name || '', unitId: found.unitId }
  if (faults.length > 0 || !name || !type) return { ...base, verdict: 'refused', changes: [], faults, wanted: null }
  const shortName = row.shortName === null ? (unit?.shortName ?? null) : row.shortName || null
  const wanted = { name, type, shortName, superior: found.superior }
  const changes = changesOf(row, unit, wanted, found.superiorName, byId)
  if (unit && changes.length === 0) return { ...base, verdict: 'same', changes, faults, wanted: null }
  return { ...base, verdict: unit ? 'changed' : 'new', changes, faults, wanted }
}

function typeOf(row: Row, { typeCodes, known }: Types, faults: Fault[]): string | undefined {
  const { typeCode: code, type: name } = row
  const named = name === '' ? undefined : (typeCodes.get(fold(name)) ?? (known.has(name) ? name : undefined))
  if (code !== '' && !known.has(code)) faults.push(row.fault('typeCode', 'unknown_type', { given: code }))
  else if (name !== '' && named === undefined) faults.push(row.fault('type', 'unknown_type', { given: name }))
  else if (code !== '' && named !== undefined && named !== code) faults.push(row.fault('type', 'type_and_code_differ'))
  else return code || named
  return undefined
}

function changesOf(
  row: Row,
  unit: KnownUnit | undefined,
  wanted: Wanted,
  superiorName: string | null,
  byId: ReadonlyMap<string, KnownUnit>,
): CellChange[] {
  const above = unit?.parentId ? (byId.get(unit.parentId)?.name ?? null) : null
  const stays =
    unit !== undefined &&
    wanted.superior !== null &&
    'unit' in wanted.superior &&
    wanted.superior.unit === unit.parentId
  const cells: (CellChange & { readonly stays?: boolean })[] = [
    { field: 'name', place: row.place('name'), from: unit?.name ?? null, to: wanted.name },
    { field: 'shortName', place: row.place('shortName'), from: unit?.shortName ?? null, to: wanted.shortName },
    { field: 'type', place: row.place('type'), from: unit?.type ?? null, to: wanted.type },
    {
      field: 'parent',
      place: row.place('parent'),
      from: above,
      to: superiorName,
      stays: stays || wanted.superior === null,
    },
  ]
  return cells.flatMap(({ stays, ...cell }) => ((stays ?? cell.from === cell.to) ? [] : [cell]))
}

/** Whether what is new or becomes different may stand where it would stand: inside the part that is worked on, by its type, in no circle. */
function checkPlaces(
  judged: readonly Judged[],
  rows: readonly Row[],
  ground: Ground,
  byId: ReadonlyMap<string, KnownUnit>,
): Judged[] {
  const inside = insideOf(ground)
  const rowAt = new Map(rows.map((row) => [row.no, row]))
  const byRow = new Map(judged.map((one) => [one.no, one]))
  const byUnit = new Map(judged.flatMap((one) => (one.unitId && one.wanted ? [[one.unitId, one] as const] : [])))
  const typeAbove = (superior: Superior) =>
    'row' in superior
      ? byRow.get(superior.row)?.wanted?.type
      : (byUnit.get(superior.unit)?.wanted?.type ?? byId.get(superior.unit)?.type)
  const circles = findCircles(judged, byId)
  return judged.map((one) => {
    const { wanted, unitId } = one
    if (!wanted) return one
    const row = rowAt.get(one.no)!
    const faults: Fault[] = []
    const moves = one.changes.some(({ field }) => field === 'parent') || unitId === null
    const { superior } = wanted
    if (unitId !== null && !inside.has(unitId)) faults.push(row.fault('id', 'outside'))
    else if (moves && superior && 'unit' in superior && !inside.has(superior.unit))
      faults.push(row.fault('parent', 'superior_outside'))
    else if (circles.has(one.no)) faults.push(row.fault('parent', 'circle'))
    else if (superior && (moves || one.changes.some(({ field }) => field === 'type'))) {
      const above = typeAbove(superior)
      if (above !== undefined && !ground.frame.mayStandUnder(wanted.type, above, ground.effective))
        faults.push(row.fault('type', 'may_not_stand_there'))
    }
    return faults.length > 0 ? refused(one, faults) : one
  })
}

function insideOf({ under, units }: Ground): ReadonlySet<string> {
  const inside = new Set([under])
  for (const { id, parentId } of units) if (parentId !== null && inside.has(parentId)) inside.add(id)
  return inside
}

/** Two new units of one name under one superior, two rows about one unit: the first holds, each later one is refused and names the first. */
function withoutTwins(judged: readonly Judged[], rows: readonly Row[]): Judged[] {
  const firstOf = new Map<string, number>()
  return judged.map((one, i) => {
    const { superior } = one.wanted ?? {}
    const key = one.unitId ?? (superior ? `${JSON.stringify(superior)} ${fold(one.wanted!.name)}` : null)
    if (key === null) return one
    const first = firstOf.get(key)
    if (first === undefined) firstOf.set(key, one.no)
    else {
      const code = one.unitId === null ? 'row_twice' : 'unit_twice'
      return refused(one, [rows[i]!.fault(one.unitId === null ? 'name' : 'id', code, { row: first })])
    }
    return one
  })
}

/** Refuses every row that rests on a new unit which is refused, however far above. */
export function withoutFallen(judged: readonly Judged[], rows: readonly Pick<Row, 'no' | 'fault'>[]): Judged[] {
  const byNo = new Map(judged.map((one) => [one.no, one]))
  const rowAt = new Map(rows.map((row) => [row.no, row]))
  const fallen = new Map<number, boolean>()
  const falls = (no: number): boolean => {
    const known = fallen.get(no)
    if (known !== undefined) return known
    const one = byNo.get(no)!
    fallen.set(no, one.verdict === 'refused')
    const superior = one.wanted?.superior
    if (superior && 'row' in superior) fallen.set(no, falls(superior.row))
    return fallen.get(no)!
  }
  return judged.map((one) => {
    if (one.verdict === 'refused' || !falls(one.no)) return one
    return refused(one, [rowAt.get(one.no)!.fault('parent', 'superior_refused')])
  })
}

/** A row that cannot be done after all. */
export function refused(one: Judged, faults: readonly Fault[]): Judged {
  return { ...one, verdict: 'refused', changes: [], faults: [...one.faults, ...faults], wanted: null }
}
