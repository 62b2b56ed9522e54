import { decisionOf } from './decisions.ts'
import { hasField, joined, newAgency, unlike } from './naming.ts'
import { type Op, quiet } from './ops-cells.ts'
import { two, under } from './ops-grassroots.ts'
import { perform } from './perform.ts'
import { type Change, kids, nameOf, newKey, taken, type Unit, type World } from './world.ts'

/** The children that go to another organisation, renamed where a name is already there. */
export function moved(w: World, children: Unit[], to: string, barred: Set<string>): Change[] {
  return children.map((child) => {
    const agency = w.units.has(to) ? unlike(w, to, child.type, child.agency, barred) : unlikeAmong(child.agency, barred)
    barred.add(agency)
    return { unit: child.key, parent: to, ...(agency === child.agency ? {} : { agency }) }
  })
}

function unlikeAmong(agency: string, barred: ReadonlySet<string>): string {
  let name = agency
  for (let n = 2; barred.has(name); n++) name = `${agency.replace(/ số \d+$/, '')} số ${n}`
  return name
}

/** Sáp nhập đảng bộ B into đảng bộ A with all that stands under B. */
export const mergeCommittees: Op = (w, on) => {
  const fit = (u: Unit) =>
    hasField(u.agency) && kids(w, u.key).length <= 14 && kids(w, u.key).every((k) => quiet(k, on, 1))
  const [a, b] = two(w, 'dang_bo_co_so', on, fit) ?? []
  if (!a || !b) return false
  perform(w, {
    kind: 'merge_into',
    on,
    decision: decisionOf(w, a.parent ?? 'bloc', on),
    changes: moved(w, kids(w, b.key), a.key, new Set()),
    ends: [b.key],
    lineage: [[b.key, a.key]],
  })
  return true
}

/** Hợp nhất two đảng bộ into a new one. */
export const uniteCommittees: Op = (w, on) => {
  const fit = (u: Unit) =>
    hasField(u.agency) && kids(w, u.key).length <= 14 && kids(w, u.key).every((k) => quiet(k, on, 1))
  const [a, b] = two(w, 'dang_bo_co_so', on, fit) ?? []
  if (!a || !b || !a.parent) return false
  const unit = newKey(w, a.parent, 'o')
  const agency = joined([a.agency, b.agency])
  if (!agency || taken(w, a.parent, nameOf('dang_bo_co_so', agency))) return false
  const barred = new Set<string>()
  perform(w, {
    kind: 'merge_new',
    on,
    decision: decisionOf(w, a.parent, on),
    opens: [{ unit, type: 'dang_bo_co_so', agency, theme: a.theme, parent: a.parent }],
    changes: [...moved(w, kids(w, a.key), unit, barred), ...moved(w, kids(w, b.key), unit, barred)],
    ends: [a.key, b.key],
    lineage: [
      [a.key, unit],
      [b.key, unit],
    ],
  })
  return true
}

/** Chia (the old one ends) or tách (it lives on) a đảng bộ: its cells are allocated to the results. */
export const splitCommittee =
  (kind: 'divide' | 'separate'): Op =>
  (w, on) => {
    const fit = (u: Unit) =>
      kids(w, u.key).length >= 8 &&
      kids(w, u.key, 'dang_bo_bo_phan').length === 0 &&
      kids(w, u.key).every((k) => quiet(k, on, 1))
    const list = under(w, 'dang_bo_co_so', on).filter(fit)
    if (list.length === 0) return false
    const old = w.random.pick(list)
    const parent = old.parent ?? 'bloc'
    const agencies = [newAgency(w, parent, 'dang_bo_co_so')]
    if (kind === 'divide') {
      const other = newAgency(w, parent, 'dang_bo_co_so')
      if (other === agencies[0]) return false
      agencies.push(other)
    }
    const opens = agencies.map((agency) => ({
      unit: newKey(w, parent, 'o'),
      type: 'dang_bo_co_so',
      agency,
      theme: old.theme,
      parent,
    }))
    const cells = w.random.shuffled(kids(w, old.key))
    const half = Math.floor(cells.length / 2)
    const changes = cells.flatMap((cell, i) => {
      const to = i < half ? opens[0] : opens[1]
      return to ? [{ unit: cell.key, parent: to.unit }] : []
    })
    const lineage = opens.map((o): [string, string] => [old.key, o.unit])
    perform(w, {
      kind,
      on,
      decision: decisionOf(w, parent, on),
      opens,
      changes,
      ends: kind === 'divide' ? [old.key] : [],
      lineage,
    })
    return true
  }
