import {
  absorbed,
  absorbedType,
  type Committee,
  grassroots,
  handedOver,
  handedOverType,
  handedTo,
  pairs,
  upper,
} from './lists/committees.ts'
import { newAgency, newOffice, newSection } from './naming.ts'
import { apportion } from './random.ts'
import { get, kids, nameOf, newKey, type Opening, type Unit, type World } from './world.ts'

/** How many cells a committee above the grassroots has at the end of 2010, heaviest first: one of ~700, most far smaller. */
const weights = [
  880, 520, 400, 330, 290, 260, 235, 215, 195, 180, 165, 150, 140, 130, 120, 112, 104, 97, 90, 84, 78, 72, 67, 62, 57,
  52, 48, 44, 40, 36, 32, 28, 24, 20,
]

/** How many units of each type stand at the end of 2010, the whole Bloc together. */
export type Population = { committees: number; grassrootsCells: number; sections: number; cells: number }

/** What is to stand below each committee at the end of 2010, by its key: superiors before what stands below them. */
export type Plan = Map<string, Opening[]>

/**
 * Plans the levels below the committees that stand at the end of 2010, and the cells of those that go into others before. Units are
 * shown to the world one by one, so that names can look at their siblings, and taken away again: `founding.ts` opens them for good.
 */
export function planLowerLevels(w: World, target: Population): Plan {
  showCommittees(w)
  const upper = kids(w, 'bloc', 'cap_tren_co_so')
  const heavy = [...upper].sort((a, b) => rank(a) - rank(b))
  const share = heavy.map((_, i) => weights[i] ?? 20)
  const standing = (u: Unit, type: string) => kids(w, u.key, type).length
  const direct = kids(w, 'bloc', 'dang_bo_co_so')
  const sizes = new Map<string, number>(direct.map((u) => [u.key, w.random.int(6, 34)]))
  const going = kids(w, 'bloc', 'going').map((u): [Unit, number] => [u, w.random.int(4, 8)])
  const committees = apportion(target.committees - direct.length, share, 3)
  const grassrootsCells = apportion(target.grassrootsCells, share, 1)
  const abroad = 4
  const plan: Plan = new Map()
  for (const [i, at] of heavy.entries()) {
    const opens: Opening[] = []
    for (let n = standing(at, 'dang_bo_co_so'), m = 0; n < (committees[i] ?? 0); n++, m++) {
      opens.push(opening(w, at, 'dang_bo_co_so', newKey(w, at.key, 'o'), known(at, m, abroad)))
    }
    for (let n = standing(at, 'chi_bo_co_so'); n < (grassrootsCells[i] ?? 0); n++) {
      opens.push(opening(w, at, 'chi_bo_co_so', newKey(w, at.key, 's')))
    }
    plan.set(at.key, opens)
  }
  const grass = heavy.flatMap((at) => kids(w, at.key, 'dang_bo_co_so'))
  const ordinary = grass.filter((u) => !u.frozen)
  const apart = [...sizes.values(), ...going.map(([, cells]) => cells)].reduce((a, b) => a + b, 0)
  const size = apportion(
    target.cells - apart - abroad * 15 - 9,
    ordinary.map((u) => (u.agency === 'Văn phòng' ? 0.5 : 0.35 + w.random.next() ** 3 * 4)),
    3,
  )
  for (const [i, u] of ordinary.entries()) sizes.set(u.key, size[i] ?? 3)
  for (const u of grass.filter((g) => g.frozen)) sizes.set(u.key, u.abroad ? 15 : 9)
  openCells(w, plan, sizes, target.sections)
  for (const [u, cells] of [...direct.map((d): [Unit, number] => [d, sizes.get(d.key) ?? 6]), ...going]) {
    const opens: Opening[] = []
    fill(w, u, cells, [], opens)
    plan.set(u.key, opens)
  }
  for (const key of [...w.units.keys()]) if (key !== 'bloc') w.units.delete(key)
  get(w, 'bloc').kids.clear()
  return plan
}

/** The committees of the end of 2010, those handed over to them, and the đảng bộ that went into others ("going"). */
function showCommittees(w: World): void {
  const show = (c: Committee, type: string, parent = 'bloc') =>
    place(w, { unit: c.key, type, agency: c.agency, theme: c.theme, parent })
  for (const c of upper) show(c, 'cap_tren_co_so')
  for (const c of grassroots) show(c, 'dang_bo_co_so')
  for (const { result, type } of pairs) show(result, type)
  for (const [i, c] of handedOver.entries()) show(c, handedOverType(i), handedTo[i])
  for (const [i, c] of absorbed.entries()) if (absorbedType(i) === 'dang_bo_co_so') show(c, 'going')
}

const rank = (u: Unit) => (u.key.startsWith('c') ? Number(u.key.slice(1)) : 6.5 + 5 * Number(u.key.slice(1)))

/** The few organisations whose names are given: those abroad, and the one that the demo's people work in. */
function known(at: Unit, n: number, abroad: number): { agency: string; abroad?: boolean } | undefined {
  if (at.agency === 'Cơ quan Thông hiếu' && n < abroad) return { agency: `Mạng lưới Ngoài nước ${n + 1}`, abroad: true }
  return at.key === 'c01' && n === 0 ? { agency: 'Cục Lưu vực' } : undefined
}

/** Shows a planned unit to the world, so that its name is taken. */
function opening(
  w: World,
  at: Unit,
  type: 'dang_bo_co_so' | 'chi_bo_co_so',
  unit: string,
  given?: ReturnType<typeof known>,
): Opening {
  const named = given ? { ...given, frozen: true } : { agency: newAgency(w, at.key, type) }
  return place(w, { unit, type, theme: at.theme, parent: at.key, ...named })
}

/** Puts a ghost of an opening into the world. */
function place(w: World, o: Opening): Opening {
  const { unit: key, type, agency, theme, parent, frozen = false, abroad = false } = o
  const rest = { name: nameOf(type, agency), opened: '', last: '', recorded: '', kids: new Set<string>() }
  w.units.set(key, { key, type, agency, theme, parent, frozen, abroad, ...rest })
  get(w, o.parent).kids.add(o.unit)
  return o
}

function openCells(w: World, plan: Plan, sizes: Map<string, number>, sections: number): void {
  const large = [...sizes]
    .filter(([key, n]) => n >= 15 && !get(w, key).frozen && key.includes('.'))
    .sort((a, b) => b[1] - a[1])
  const sectioned = new Map<string, number>()
  for (let left = sections, i = 0; left > 0; i++) {
    const take = Math.min(left, w.random.int(2, 3))
    const [key] = large[i] ?? []
    if (!key) throw new Error('too few large organisations for the sections')
    sectioned.set(key, take)
    left -= take
  }
  for (const [at, opens] of plan)
    for (const u of kids(w, at, 'dang_bo_co_so')) {
      const under = Array.from({ length: sectioned.get(u.key) ?? 0 }, () => {
        const section = {
          unit: newKey(w, u.key, 'b'),
          type: 'dang_bo_bo_phan',
          agency: newSection(w, u.key),
          theme: u.theme,
          parent: u.key,
        }
        return place(w, section)
      })
      opens.push(...under)
      fill(w, u, sizes.get(u.key) ?? 3, under, opens)
    }
}

/** The first cells of the organisation that the demo's people work in. */
const fixed = ['Văn phòng', 'Phòng Thuỷ đạc', 'Phòng Bản đồ', 'Phòng Kế hoạch - Tài chính']

/** The cells of one grassroots organisation: some under its sections, the others directly under it. */
function fill(w: World, u: Unit, count: number, sections: Opening[], opens: Opening[]): void {
  let far = w.nextNumber.get('abroad') ?? 0
  for (let n = 0; n < count; n++) {
    const section = sections[n % (sections.length + 1)]
    const parent = section && n >= sections.length ? section.unit : u.key
    const unit = newKey(w, u.key, 'k')
    const given = u.abroad ? `ngoài nước số ${++far}` : u.frozen ? fixed[n] : undefined
    const marks = u.frozen ? { frozen: true, abroad: u.abroad } : {}
    const agency = given ?? newOffice(w, get(w, parent))
    opens.push(place(w, { unit, type: 'chi_bo', agency, theme: u.theme, parent, ...marks }))
  }
  w.nextNumber.set('abroad', far)
}
