import type { PlainDate } from '#kernel/contract/dates.ts'
import { decisionOf } from './decisions.ts'
import { newAgency, newOffice, split, unlike } from './naming.ts'
import { type Op, quiet, quietOnes } from './ops-cells.ts'
import { perform } from './perform.ts'
import { get, kids, nameOf, newKey, type Opening, taken, type Unit, type World } from './world.ts'

/** Grassroots organisations that stand under a committee, not under the Bloc itself. */
export function under(w: World, type: 'dang_bo_co_so' | 'chi_bo_co_so', on: PlainDate): Unit[] {
  return quietOnes(w, type, on).filter((u) => u.parent !== null && get(w, u.parent).type === 'cap_tren_co_so')
}

/** Two quiet organisations of one type under one committee. */
export function two(
  w: World,
  type: 'dang_bo_co_so' | 'chi_bo_co_so',
  on: PlainDate,
  fit: (u: Unit) => boolean,
): [Unit, Unit] | undefined {
  const list = w.random.shuffled(under(w, type, on).filter(fit))
  for (const a of list) {
    const b = list.find((u) => u !== a && u.parent === a.parent && split(u.agency).form === split(a.agency).form)
    if (b && kids(w, a.parent ?? 'bloc', type).length > 4) return [a, b]
  }
  return undefined
}

/** New cells for an organisation, named apart from one another. */
function newCells(w: World, owner: Unit, count: number): Opening[] {
  const barred = new Set<string>()
  return Array.from({ length: count }, () => {
    const agency = newOffice(w, owner, barred)
    barred.add(agency)
    return { unit: newKey(w, owner.key, 'k'), type: 'chi_bo', agency, theme: owner.theme, parent: owner.key }
  })
}

/** Nâng cấp: a grassroots cell becomes a grassroots đảng bộ with `count` cells. */
export const upgrade =
  (count: number): Op =>
  (w, on) => {
    const list = under(w, 'chi_bo_co_so', on).filter(
      (u) => !taken(w, u.parent ?? '', nameOf('dang_bo_co_so', u.agency)),
    )
    if (list.length === 0) return false
    const unit = w.random.pick(list)
    const decision = decisionOf(w, unit.parent ?? 'bloc', on)
    // The cells are named as those of a đảng bộ.
    const opens = newCells(w, { ...unit, type: 'dang_bo_co_so' }, count)
    perform(w, { kind: 'retype', on, decision, changes: [{ unit: unit.key, type: 'dang_bo_co_so' }], opens })
    return true
  }

/** A small grassroots đảng bộ becomes a grassroots cell; its cells end in it. */
export const downgrade: Op = (w, on) => {
  const small = under(w, 'dang_bo_co_so', on).filter((u) => {
    const children = kids(w, u.key)
    return (
      u.agency !== 'Văn phòng' && children.length <= 6 && children.every((k) => k.type === 'chi_bo' && quiet(k, on))
    )
  })
  const fit = small.filter((u) => !taken(w, u.parent ?? '', nameOf('chi_bo_co_so', u.agency)))
  if (fit.length === 0) return false
  const unit = w.random.pick(fit)
  const cells = kids(w, unit.key).map((cell) => cell.key)
  perform(w, {
    kind: 'retype',
    on,
    decision: decisionOf(w, unit.parent ?? 'bloc', on),
    changes: [{ unit: unit.key, type: 'chi_bo_co_so' }],
    ends: cells,
    lineage: cells.map((key) => [key, unit.key]),
  })
  return true
}

/** Thành lập a grassroots organisation, a đảng bộ with `count` cells or (0) a cell. */
export const establish =
  (count: number): Op =>
  (w, on) => {
    const parent = w.random.weighted(kids(w, 'bloc', 'cap_tren_co_so'), (u) => u.kids.size)
    const type = count > 0 ? 'dang_bo_co_so' : 'chi_bo_co_so'
    const opening = {
      unit: newKey(w, parent.key, 'o'),
      type,
      agency: newAgency(w, parent.key, type),
      theme: parent.theme,
      parent: parent.key,
    }
    const ghost: Unit = {
      ...opening,
      key: opening.unit,
      name: '',
      opened: on,
      last: on,
      recorded: '',
      kids: new Set(),
      frozen: false,
      abroad: false,
    }
    w.units.set(ghost.key, ghost)
    const cells = newCells(w, ghost, count)
    w.units.delete(ghost.key)
    perform(w, { kind: 'establish', on, decision: decisionOf(w, parent.key, on), opens: [opening, ...cells] })
    return true
  }

/** Sáp nhập one grassroots cell into another. */
export const mergeGrassrootsCells: Op = (w, on) => {
  const [a, b] = two(w, 'chi_bo_co_so', on, () => true) ?? []
  if (!a || !b) return false
  perform(w, {
    kind: 'merge_into',
    on,
    decision: decisionOf(w, a.parent ?? 'bloc', on),
    ends: [b.key],
    lineage: [[b.key, a.key]],
  })
  return true
}

/** Kết thúc a grassroots cell. */
export const endGrassrootsCell: Op = (w, on) => {
  const [unit] = w.random.shuffled(
    under(w, 'chi_bo_co_so', on).filter((u) => kids(w, u.parent ?? 'bloc', 'chi_bo_co_so').length > 3),
  )
  if (!unit) return false
  perform(w, { kind: 'end', on, decision: decisionOf(w, unit.parent ?? 'bloc', on), ends: [unit.key] })
  return true
}

/** A grassroots cell becomes a cell under a grassroots đảng bộ of the same committee. */
export const attach: Op = (w, on) => {
  const list = under(w, 'chi_bo_co_so', on).filter((u) => kids(w, u.parent ?? 'bloc', 'chi_bo_co_so').length > 3)
  if (list.length === 0) return false
  const unit = w.random.pick(list)
  const hosts = kids(w, unit.parent ?? 'bloc', 'dang_bo_co_so').filter((u) => !u.frozen)
  if (hosts.length === 0) return false
  const host = w.random.pick(hosts)
  const agency = unlike(w, host.key, 'chi_bo', unit.agency, new Set())
  const change = { unit: unit.key, type: 'chi_bo', parent: host.key, ...(agency === unit.agency ? {} : { agency }) }
  perform(w, { kind: 'retype', on, decision: decisionOf(w, unit.parent ?? 'bloc', on), changes: [change] })
  return true
}
