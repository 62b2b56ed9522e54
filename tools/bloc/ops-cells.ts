import { addDays, type PlainDate } from '#kernel/contract/dates.ts'
import { decisionOf } from './decisions.ts'
import { hasField, joined, newOffice, renamed, split, unlike } from './naming.ts'
import { perform } from './perform.ts'
import { get, kids, nameOf, newKey, taken, type Unit, type World } from './world.ts'

/** An act on cells: performed on the day, or false when no fitting unit was found. */
export type Op = (w: World, on: PlainDate) => boolean

/** A unit that no act has touched for a while and that ordinary acts may touch. */
export function quiet(unit: Unit, on: PlainDate, days = 60): boolean {
  return !unit.frozen && !unit.ended && unit.last <= addDays(on, -days)
}

/** The living units of a type that are quiet on the day. */
export function quietOnes(w: World, type: string, on: PlainDate): Unit[] {
  return [...w.units.values()].filter((u) => u.type === type && quiet(u, on))
}

/** The grassroots organisation that decides on a cell. */
export function committeeOf(w: World, cell: Unit): Unit {
  const parent = get(w, cell.parent ?? 'bloc')
  return parent.type === 'dang_bo_bo_phan' ? get(w, parent.parent ?? 'bloc') : parent
}

/** A parent with at least `least` quiet cells, larger ones oftener, and those cells in random order. */
function siblings(w: World, on: PlainDate, least: number): [Unit, Unit[]] | undefined {
  const byParent = new Map<string, Unit[]>()
  for (const cell of quietOnes(w, 'chi_bo', on)) {
    const list = byParent.get(cell.parent ?? '') ?? []
    list.push(cell)
    byParent.set(cell.parent ?? '', list)
  }
  const open = [...byParent].filter(([key, list]) => list.length >= least && !get(w, key).frozen)
  if (open.length === 0) return undefined
  const [key, list] = w.random.weighted(open, ([, cells]) => cells.length ** 1.5)
  return [get(w, key), w.random.shuffled(list)]
}

/** As many cells as asked for, of one form of office and with fields of their own; fewer when there are not so many. */
function alike(list: Unit[], count: number): Unit[] {
  const fielded = list.filter((cell) => hasField(cell.agency))
  for (const first of fielded) {
    const { form } = split(first.agency)
    const group = fielded.filter((cell) => count > 2 || split(cell.agency).form === form)
    if (group.length >= count) return [first, ...group.filter((cell) => cell !== first)].slice(0, count)
  }
  return []
}

/** Hợp nhất: `from` cells become one new one. */
export const mergeIntoNew =
  (from: number): Op =>
  (w, on) => {
    const [parent, list] = siblings(w, on, from + 2) ?? []
    const old = alike(list ?? [], from)
    if (!parent || old.length < from) return false
    const both = joined(old.map((cell) => cell.agency))
    const agency = both && !taken(w, parent.key, nameOf('chi_bo', both)) ? both : newOffice(w, parent)
    const committee = committeeOf(w, old[0] as Unit)
    const unit = newKey(w, committee.key, 'k')
    perform(w, {
      kind: 'merge_new',
      on,
      decision: decisionOf(w, committee.key, on),
      opens: [{ unit, type: 'chi_bo', agency, theme: parent.theme, parent: parent.key }],
      ends: old.map((cell) => cell.key),
      lineage: old.map((cell) => [cell.key, unit]),
    })
    return true
  }

/** Sáp nhập: `count` cells go into a neighbour that lives on. */
export const mergeIntoOld =
  (count: number): Op =>
  (w, on) => {
    const [, list] = siblings(w, on, count + 3) ?? []
    const [host, ...rest] = list ?? []
    if (!host) return false
    const old = rest.slice(0, count).map((cell) => cell.key)
    const decision = decisionOf(w, committeeOf(w, host).key, on)
    perform(w, { kind: 'merge_into', on, decision, ends: old, lineage: old.map((key) => [key, host.key]) })
    return true
  }

/** Chia: one cell ends in two new ones. */
export const divide: Op = (w, on) => {
  const [parent, list] = siblings(w, on, 2) ?? []
  const old = list?.find((cell) => !/số \d+$/.test(cell.agency))
  if (!parent || !old) return false
  const committee = committeeOf(w, old)
  const units = [1, 2].map((n) => ({ unit: newKey(w, committee.key, 'k'), agency: `${old.agency} số ${n}` }))
  if (units.some((u) => taken(w, parent.key, nameOf('chi_bo', u.agency)))) return false
  perform(w, {
    kind: 'divide',
    on,
    decision: decisionOf(w, committee.key, on),
    opens: units.map((u) => ({ ...u, type: 'chi_bo', theme: parent.theme, parent: parent.key })),
    ends: [old.key],
    lineage: units.map((u) => [old.key, u.unit]),
  })
  return true
}

/** Tách (one more cell, out of a neighbour that lives on) or thành lập (wholly new ones). */
export const addCells =
  (count: number): Op =>
  (w, on) => {
    const [parent, list] = siblings(w, on, 2) ?? []
    const [from] = list ?? []
    if (!parent || !from) return false
    const committee = committeeOf(w, from)
    const barred = new Set<string>()
    const opens = Array.from({ length: count }, () => {
      const agency = newOffice(w, parent, barred)
      barred.add(agency)
      return { unit: newKey(w, committee.key, 'k'), type: 'chi_bo', agency, theme: parent.theme, parent: parent.key }
    })
    const separate = count === 1 && w.random.chance(0.55)
    perform(w, {
      kind: separate ? 'separate' : 'establish',
      on,
      decision: decisionOf(w, committee.key, on),
      opens,
      lineage: separate ? opens.map((o) => [from.key, o.unit]) : [],
    })
    return true
  }

/** Kết thúc: a cell ends with the office it stood in. */
export const endCell: Op = (w, on) => {
  const [, list] = siblings(w, on, 4) ?? []
  const [old] = list ?? []
  if (!old) return false
  perform(w, { kind: 'end', on, decision: decisionOf(w, committeeOf(w, old).key, on), ends: [old.key] })
  return true
}

/** Đổi tên with the office. */
export const renameCell: Op = (w, on) => {
  const [, list] = siblings(w, on, 1) ?? []
  const cell = list?.find((c) => hasField(c.agency))
  if (!cell) return false
  const decision = decisionOf(w, committeeOf(w, cell).key, on)
  perform(w, { kind: 'rename', on, decision, changes: [{ unit: cell.key, agency: renamed(w, cell) }] })
  return true
}

/** Chuyển giao: a cell goes to another grassroots organisation of the same committee, or to a section of its own. */
export const moveCell: Op = (w, on) => {
  const [, list] = siblings(w, on, 5) ?? []
  const [cell] = list ?? []
  if (!cell) return false
  const from = committeeOf(w, cell)
  const over = get(w, from.parent ?? 'bloc')
  const places = over.key === 'bloc' ? [] : kids(w, over.key, 'dang_bo_co_so')
  const to = [...places, ...kids(w, from.key, 'dang_bo_bo_phan')].filter((u) => u.key !== cell.parent && !u.frozen)
  if (to.length === 0) return false
  const target = w.random.pick(to)
  const agency = unlike(w, target.key, 'chi_bo', cell.agency, new Set())
  const decider = target.parent === from.key ? from : over
  const change = { unit: cell.key, parent: target.key, ...(agency === cell.agency ? {} : { agency }) }
  perform(w, { kind: 'reparent', on, decision: decisionOf(w, decider.key, on), changes: [change] })
  return true
}
