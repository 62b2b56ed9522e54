import { mayStandUnder } from './frame.ts'
import type { NaiveAct, NaiveHistory } from './naive-structure.ts'
import type { Random } from './random.ts'

/** A unit while a history is being made. */
export interface Living {
  unit: string
  type: string
  parent: string | null
  name: string
  covered: boolean
  born: string
  /** The last day on which somebody went on in it. */
  received: string
  era: 'before' | 'after'
}

/** A history in the making, standing on a day. */
export interface Make {
  readonly random: Random
  readonly history: NaiveHistory
  readonly file: string
  readonly living: Map<string, Living>
  readonly ended: Map<string, string>
  named: number
  readonly most: number
  era: 'before' | 'after'
  day: string
}

type Draft = (Partial<NaiveAct> & { kind: string }) | null

const words = [
  'Tổ chức',
  'Uỷ ban',
  'Ủy thác',
  'Hoà Bình',
  'Hòa Lạc',
  'Thuỷ lợi',
  'ĐƯỜNG SẮT',
  'Kế hoạch',
  'Kiểm tra',
  'Đo đạc',
  'An toàn',
  'Ứng dụng',
]

function newName(make: Make): { name: string; shortName?: string } {
  const { random } = make
  make.named += 1
  const name = `${random.pick(words)} ${random.pick(words)} ${random.int(1, 30)} ${make.file}`
  return random.chance(0.4) ? { name, shortName: `VT${make.named}` } : { name }
}

const mine = (make: Make) => [...make.living.values()].filter((unit) => unit.era === make.era)
const children = (make: Make, unit: string) => mine(make).filter((child) => child.parent === unit)
const allowed = (make: Make, parent: string) => mayStandUnder[make.era][parent] ?? []
const mayEnd = (make: Make, unit: Living) => unit.born < make.day && unit.received < make.day

function born(make: Make, type: string, parent: string | null) {
  const unit = `u${make.living.size + make.ended.size}`
  const said = newName(make)
  const restricted = make.random.chance(0.1)
  const covered = make.random.chance(0.9)
  const belowCovered = make.random.chance(0.95)
  make.living.set(unit, { unit, type, parent, name: said.name, covered, born: make.day, received: '', era: make.era })
  return { unit, type, ...said, parent, covered, belowCovered, restricted }
}

function end(make: Make, unit: string): string {
  make.living.delete(unit)
  make.ended.set(unit, make.day)
  return unit
}

function move(units: readonly Living[], parent: string) {
  return units.map((child) => {
    child.parent = parent
    return { unit: child.unit, parent }
  })
}

function root(make: Make, type: string): NonNullable<Draft> {
  return {
    kind: 'record',
    opens: [{ ...born(make, type, null), covered: true, belowCovered: true, restricted: false }],
  }
}

function establish(make: Make): Draft {
  const most = make.era === 'before' ? make.most / 3 : make.most
  if (make.living.size + make.ended.size >= most) return null
  const opens = []
  for (let i = make.random.int(1, 3); i > 0; i--) {
    const parents = mine(make).filter((unit) => allowed(make, unit.type).length > 0)
    if (parents.length === 0) break
    const parent = make.random.pick(parents)
    opens.push(born(make, make.random.pick(allowed(make, parent.type)), parent.unit))
  }
  return opens.length > 0 ? { kind: 'establish', opens } : null
}

function rename(make: Make): Draft {
  const units = mine(make)
  if (units.length === 0) return null
  const { name, shortName } = newName(make)
  const unit = make.random.pick(units)
  unit.name = name
  return {
    kind: 'rename',
    changes: [
      { unit: unit.unit, name, ...(shortName ? { shortName } : make.random.chance(0.3) ? { shortName: null } : {}) },
    ],
  }
}

function retype(make: Make): Draft {
  const units = mine(make).flatMap((unit) => {
    const parent = unit.parent && make.living.get(unit.parent)
    if (!parent) return []
    const below = children(make, unit.unit).map((child) => child.type)
    const types = allowed(make, parent.type).filter(
      (type) => type !== unit.type && below.every((b) => allowed(make, type).includes(b)),
    )
    return types.length > 0 ? [{ unit, types }] : []
  })
  if (units.length === 0) return null
  const { unit, types } = make.random.pick(units)
  unit.type = make.random.pick(types)
  return { kind: 'retype', changes: [{ unit: unit.unit, type: unit.type }] }
}

function reparent(make: Make): Draft {
  const moves = mine(make).flatMap((unit) =>
    mine(make)
      .filter(
        (parent) =>
          unit.parent !== null && parent.unit !== unit.parent && allowed(make, parent.type).includes(unit.type),
      )
      .map((parent) => ({ unit, parent })),
  )
  if (moves.length === 0) return null
  const { unit, parent } = make.random.pick(moves)
  return { kind: 'reparent', changes: move([unit], parent.unit) }
}

function pairs(make: Make) {
  return mine(make).flatMap((a) =>
    mine(make)
      .filter((b) => a !== b && a.type === b.type && a.parent && b.parent && mayEnd(make, a))
      .map((b) => ({ a, b })),
  )
}

function mergeNew(make: Make): Draft {
  const two = pairs(make).filter(({ b }) => mayEnd(make, b))
  if (two.length === 0) return null
  const { a, b } = make.random.pick(two)
  const opened = born(make, a.type, a.parent)
  make.living.get(opened.unit)!.received = make.day
  const changes = move([...children(make, a.unit), ...children(make, b.unit)], opened.unit)
  const ends = [end(make, a.unit), end(make, b.unit)]
  return { kind: 'merge_new', opens: [opened], changes, ends, lineage: ends.map((from) => ({ from, to: opened.unit })) }
}

function mergeInto(make: Make): Draft {
  const two = pairs(make)
  if (two.length === 0) return null
  const { a, b } = make.random.pick(two)
  b.received = make.day
  const changes = move(children(make, a.unit), b.unit)
  return { kind: 'merge_into', changes, ends: [end(make, a.unit)], lineage: [{ from: a.unit, to: b.unit }] }
}

function divide(make: Make): Draft {
  const units = mine(make).filter((unit) => unit.parent && mayEnd(make, unit))
  if (units.length === 0) return null
  const old = make.random.pick(units)
  const opens = [born(make, old.type, old.parent), born(make, old.type, old.parent)]
  const changes = children(make, old.unit).flatMap((child) => move([child], make.random.pick(opens).unit))
  for (const { unit } of opens) make.living.get(unit)!.received = make.day
  return {
    kind: 'divide',
    opens,
    changes,
    ends: [end(make, old.unit)],
    lineage: opens.map(({ unit }) => ({ from: old.unit, to: unit })),
  }
}

function separate(make: Make): Draft {
  const units = mine(make).filter((unit) => unit.parent)
  if (units.length === 0) return null
  const old = make.random.pick(units)
  const opened = born(make, old.type, old.parent)
  make.living.get(opened.unit)!.received = make.day
  const changes = move(
    children(make, old.unit).filter(() => make.random.chance(0.5)),
    opened.unit,
  )
  return { kind: 'separate', opens: [opened], changes, lineage: [{ from: old.unit, to: opened.unit }] }
}

/** Ends a unit with everything below it. */
function endWhole(make: Make): Draft {
  const below = (unit: Living): Living[] => [unit, ...children(make, unit.unit).flatMap(below)]
  const units = mine(make).filter(
    (unit) => unit.parent && below(unit).length < 5 && below(unit).every((each) => mayEnd(make, each)),
  )
  if (units.length === 0) return null
  return { kind: 'end', ends: below(make.random.pick(units)).map((unit) => end(make, unit.unit)) }
}

function restructure(make: Make): Draft {
  const units = mine(make)
  if (units.length === 0) return null
  const unit = make.random.pick(units)
  return {
    kind: 'restructure',
    changes: [make.random.chance(0.5) ? { unit: unit.unit } : { unit: unit.unit, restricted: make.random.chance(0.2) }],
  }
}

/** A stretch without a source begins, or ends. */
function uncover(make: Make): Draft {
  const units = mine(make)
  if (units.length === 0) return null
  const unit = make.random.pick(units)
  unit.covered = !unit.covered
  return { kind: 'record', changes: [{ unit: unit.unit, covered: unit.covered }] }
}

/** The kinds of act that a random history is made of; each answers null where nothing stands that it could happen to. */
export const acts = {
  root,
  establish,
  ordinary: { rename, retype, reparent, mergeNew, mergeInto, divide, separate, endWhole, restructure, uncover },
}
