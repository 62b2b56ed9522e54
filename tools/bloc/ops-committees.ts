import type { PlainDate } from '#kernel/contract/dates.ts'
import { decisionOf } from './decisions.ts'
import { hasField, newSection, renamed } from './naming.ts'
import { type Op, quiet, quietOnes } from './ops-cells.ts'
import { perform } from './perform.ts'
import { get, kids, nameOf, newKey, taken, type Unit, type World } from './world.ts'

/** Lập đảng bộ bộ phận: some cells of a large grassroots organisation go under a new section. */
export const openSection: Op = (w, on) => {
  const list = quietOnes(w, 'dang_bo_co_so', on).filter(
    (u) => kids(w, u.key, 'chi_bo').filter((k) => quiet(k, on)).length >= 12,
  )
  if (list.length === 0) return false
  const owner = w.random.pick(list)
  const cells = w.random.shuffled(kids(w, owner.key, 'chi_bo').filter((k) => quiet(k, on))).slice(0, w.random.int(4, 6))
  const unit = newKey(w, owner.key, 'b')
  perform(w, {
    kind: 'establish',
    on,
    decision: decisionOf(w, owner.key, on),
    opens: [{ unit, type: 'dang_bo_bo_phan', agency: newSection(w, owner.key), theme: owner.theme, parent: owner.key }],
    changes: cells.map((cell) => ({ unit: cell.key, parent: unit })),
  })
  return true
}

/** A section ends; its cells stand directly under the grassroots committee again. */
export const closeSection: Op = (w, on) => {
  const section = w.random.shuffled(quietOnes(w, 'dang_bo_bo_phan', on)).find((u) => {
    const cells = kids(w, u.key)
    return cells.every((k) => quiet(k, on, 1) && !taken(w, u.parent ?? '', k.name))
  })
  if (!section?.parent) return false
  const parent = section.parent
  perform(w, {
    kind: 'end',
    on,
    decision: decisionOf(w, parent, on),
    changes: kids(w, section.key).map((cell) => ({ unit: cell.key, parent })),
    ends: [section.key],
    lineage: [[section.key, parent]],
  })
  return true
}

/** Whether a name is free under a parent for a unit of that type and agency. */
const fits = (w: World, parent: string, unit: Unit) => !taken(w, parent, nameOf(unit.type, unit.agency))

/** Chuyển giao a grassroots organisation from one committee to another. */
export const transfer: Op = (w, on) => {
  const list = [...quietOnes(w, 'dang_bo_co_so', on), ...quietOnes(w, 'chi_bo_co_so', on)].filter(
    (u) =>
      u.parent &&
      get(w, u.parent).type === 'cap_tren_co_so' &&
      !/^(Văn phòng|Thanh tra|Vụ)/.test(u.agency) &&
      kids(w, u.parent, u.type).length > 3,
  )
  if (list.length === 0) return false
  const unit = w.random.pick(list)
  const to = kids(w, 'bloc', 'cap_tren_co_so').filter((u) => u.key !== unit.parent && fits(w, u.key, unit))
  const near = to.filter((u) => u.theme === unit.theme)
  const parent = w.random.pick(near.length > 0 ? near : to).key
  perform(w, { kind: 'reparent', on, decision: decisionOf(w, 'bloc', on), changes: [{ unit: unit.key, parent }] })
  return true
}

/** Đổi tên a grassroots organisation with its agency. */
export const renameOrganisation: Op = (w, on) => {
  const list = [...quietOnes(w, 'dang_bo_co_so', on), ...quietOnes(w, 'chi_bo_co_so', on)].filter(
    (u) => u.parent && u.parent !== 'bloc' && hasField(u.agency),
  )
  if (list.length === 0) return false
  const unit = w.random.pick(list)
  const parent = unit.parent ?? 'bloc'
  const decision = decisionOf(w, parent, on)
  perform(w, { kind: 'rename', on, decision, changes: [{ unit: unit.key, agency: renamed(w, unit) }] })
  return true
}

/** Chia một chi bộ đông người thành các tổ đảng: the groups stand inside the cell, which later acts leave alone. */
export function openGroups(w: World, on: PlainDate, count: number): void {
  const cell = w.random.pick(
    quietOnes(w, 'chi_bo', on).filter((u) => u.parent && get(w, u.parent).type === 'dang_bo_bo_phan'),
  )
  const groups = Array.from({ length: count }, (_, i) => ({
    unit: newKey(w, cell.key, 't'),
    type: 'to_dang',
    agency: `số ${i + 1}`,
    theme: cell.theme,
    parent: cell.key,
    frozen: true,
  }))
  perform(w, { kind: 'establish', on, opens: groups })
  cell.frozen = true
}

/** Đổi tên one of the direct subordinates. */
export function renameDirect(w: World, key: string, agency: string, on: PlainDate): void {
  perform(w, { kind: 'rename', on, decision: decisionOf(w, 'bloc', on), changes: [{ unit: key, agency }] })
}

/** A grassroots đảng bộ is taken from its committee and put directly under the Bloc. */
export function raiseToTheBloc(w: World, on: PlainDate): void {
  const list = quietOnes(w, 'dang_bo_co_so', on).filter(
    (u) =>
      u.parent &&
      get(w, u.parent).type === 'cap_tren_co_so' &&
      /^(Viện|Bảo tàng|Trung tâm) /.test(u.agency) &&
      u.kids.size >= 10,
  )
  const unit = w.random.pick(list.filter((u) => fits(w, 'bloc', u)))
  const note = {
    vi: 'Từ đảng bộ cơ sở của một đảng bộ cấp trên cơ sở thành đảng bộ cơ sở trực thuộc Khối.',
    en: 'From a grassroots organisation of a committee in between to one directly under the Bloc.',
  }
  perform(w, {
    kind: 'reparent',
    on,
    decision: decisionOf(w, 'bloc', on),
    note,
    changes: [{ unit: unit.key, parent: 'bloc' }],
  })
}
