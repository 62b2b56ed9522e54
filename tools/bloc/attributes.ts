import type { z } from 'zod'
import type { History } from '#modules/structure/load-history/history.contract.ts'
import { documentSymbol } from './decisions.ts'
import { kids, type Unit, type World } from './world.ts'

type Part = z.input<typeof History>
type Fact = NonNullable<Part['facts']>[number]

const source = 'i.generated'
const invented = (unit: Unit) => unit.key !== 'bloc'

/** The kind of agency by the first word of its name. */
export function agencyKind(agency: string): 'co_quan' | 'don_vi_su_nghiep' | 'doanh_nghiep' {
  if (/^(Công ty|Nhà máy|Nhà in|Xưởng)/.test(agency)) return 'doanh_nghiep'
  if (/^(Cục|Vụ|Văn phòng|Thanh tra|Chi cục|Cơ quan|Uỷ ban|Hội đồng|Mạng lưới|Hội )/.test(agency)) return 'co_quan'
  return 'don_vi_su_nghiep'
}

/** One stretch of a unit's life as a grassroots organisation with one agency. */
export type Stretch = { unit: Unit; agency: string; type: string; from: string; until: string | undefined }

/** Every stretch in which a unit was a grassroots organisation, from what the acts did to names and types. */
export function grassrootsStretches(w: World): Stretch[] {
  const byUnit = new Map<string, World['agencies']>()
  for (const row of w.agencies) byUnit.set(row.unit, [...(byUnit.get(row.unit) ?? []), row])
  return [...byUnit].flatMap(([key, rows]) => {
    const unit = w.units.get(key) as Unit
    return rows.flatMap((row, i) => {
      const grassroots = row.type === 'dang_bo_co_so' || row.type === 'chi_bo_co_so'
      return grassroots
        ? [{ unit, agency: row.agency, type: row.type, from: row.from, until: rows[i + 1]?.from ?? unit.ended }]
        : []
    })
  })
}

const until = (day: string | undefined) => (day ? { until: day } : {})

/** Joins stretches that follow one another with the same value. */
function runs(
  stretches: Stretch[],
  value: (s: Stretch) => string,
): { unit: string; value: string; from: string; until: string | undefined }[] {
  const out: { unit: string; value: string; from: string; until: string | undefined }[] = []
  for (const s of stretches) {
    const last = out[out.length - 1]
    if (last && last.unit === s.unit.key && last.until === s.from && last.value === value(s)) last.until = s.until
    else out.push({ unit: s.unit.key, value: value(s), from: s.from, until: s.until })
  }
  return out
}

const bindingFrom = '2023-12-01'

/** The invented facts: kind of agency and 138-QĐ/TW for grassroots organisations, abroad and place for cells, and the committees' own. */
export function inventedFacts(w: World): Fact[] {
  const kinds = runs(grassrootsStretches(w), (s) => agencyKind(s.agency))
  const facts: Fact[] = kinds.map((r) => ({
    unit: r.unit,
    kind: 'agency_kind',
    value: r.value,
    from: r.from,
    ...until(r.until),
    source,
  }))
  for (const r of kinds) {
    if (r.until && r.until <= bindingFrom) continue
    const from = r.from > bindingFrom ? r.from : bindingFrom
    facts.push({
      unit: r.unit,
      kind: 'regulation_138',
      value: String(r.value === 'co_quan'),
      from,
      ...until(r.until),
      source,
    })
  }
  const far = [...w.units.values()].filter((u) => u.abroad && u.type === 'chi_bo')
  for (const [i, u] of far.entries()) {
    facts.push({ unit: u.key, kind: 'abroad', value: 'true', from: u.opened, source })
    const value = `Địa bàn minh hoạ số ${i + 1}, khu vực ${'ABCD'[Math.floor(i / 15)] ?? 'E'}`
    facts.push({ unit: u.key, kind: 'place', value, from: u.opened, source })
  }
  return [...facts, ...factsOfDirect(w)]
}

const streets =
  'Thước Thợ, Mái Chèo, Hạt Thóc, Con Dấu, Trang Sách, La Bàn, Cánh Buồm, Bến Lá, Đèn Biển, Mực Tím, Giấy Dó, Chỉ Nam'.split(
    ', ',
  )

/** Seat, symbol of documents and full-time staff of the direct subordinates that stood in 2011 or later. */
function factsOfDirect(w: World): Fact[] {
  return kids(w, 'bloc')
    .filter(invented)
    .flatMap((u) => {
      const from = u.key.includes('.') ? u.last : u.opened
      const cap = u.type === 'cap_tren_co_so'
      const early = w.random.int(cap ? 2 : 0, cap ? 6 : 2)
      const turn = '2016-01-01' > from ? '2016-01-01' : '2020-11-01'
      const seat = `Số ${w.random.int(2, 198)} phố ${w.random.pick(streets)}, khu Minh Hoạ ${w.random.int(1, 9)}`
      const row = (kind: string, value: string, start = from, end?: string): Fact => ({
        unit: u.key,
        kind,
        value,
        from: start,
        ...until(end),
        source,
      })
      return [
        row('seat', seat),
        row('document_symbol', documentSymbol(u)),
        row('fulltime_staff', String(early), from, turn),
        row('fulltime_staff', String(early + w.random.int(0, 2)), turn),
      ]
    })
}

/** Organs of the committees above the grassroots. */
export function inventedOrgans(w: World): NonNullable<Part['organs']> {
  const kinds = [
    ['van_phong', 'Văn phòng'],
    ['ban_to_chuc', 'Ban Tổ chức'],
    ['ban_tuyen_giao', 'Ban Tuyên giáo'],
    ['uy_ban_kiem_tra', 'Uỷ ban Kiểm tra'],
  ] as const
  return kids(w, 'bloc', 'cap_tren_co_so').flatMap((u) =>
    kinds.map(([kind, name], i) => {
      const first = w.agencies.find((row) => row.unit === u.key && row.type === 'cap_tren_co_so')?.from ?? u.opened
      return {
        key: `${u.key}.cq${i + 1}`,
        unit: u.key,
        kind,
        name: `${name} Đảng uỷ`,
        aliases: [],
        from: first,
        source,
      }
    }),
  )
}
