import type { z } from 'zod'
import type { History } from '#modules/structure/load-history/history.contract.ts'
import { agencyKind, grassrootsStretches } from './attributes.ts'
import { fullAgency } from './decisions.ts'
import { kids, type World } from './world.ts'

type Counterpart = NonNullable<z.input<typeof History>['counterparts']>[number]

const source = 'i.generated'
const titles: [RegExp, string][] = [
  [/^Cục/, 'Cục trưởng'],
  [/^Chi cục/, 'Chi cục trưởng'],
  [/^Vụ/, 'Vụ trưởng'],
  [/^Viện/, 'Viện trưởng'],
  [/^Văn phòng/, 'Chánh'],
  [/^Thanh tra/, 'Chánh'],
  [/^Trường/, 'Hiệu trưởng'],
  [/^(Báo|Tạp chí)/, 'Tổng Biên tập'],
  [/^Khoa/, 'Trưởng'],
  [/^(Ban|Trạm)/, 'Trưởng'],
  [/^(Hội|Hội đồng)/, 'Chủ tịch'],
  [/^Uỷ ban/, 'Chủ nhiệm'],
  [/^(Cơ quan|Mạng lưới)/, 'Thủ trưởng'],
]

/** The post at the head of an agency, never a person. */
export const headOf = (agency: string) =>
  `${titles.find(([pattern]) => pattern.test(agency))?.[1] ?? 'Giám đốc'} ${agency}`

/** Counterparts of every grassroots organisation and of the direct subordinates, by the name the agency bore. */
export function inventedCounterparts(w: World): Counterpart[] {
  const out: Counterpart[] = []
  const numbers = new Map<string, number>()
  const add = (unit: string, kind: string, name: string, from: string, until: string | undefined) => {
    const n = (numbers.get(unit) ?? 0) + 1
    numbers.set(unit, n)
    out.push({ key: `${unit}.q${n}`, unit, kind, name, from, ...(until ? { until } : {}), source })
  }
  const has = new Map<string, boolean>()
  const keeps = (unit: string, kind: string, share: number) => {
    const key = `${unit} ${kind}`
    if (!has.has(key)) has.set(key, w.random.chance(share))
    return has.get(key) === true
  }
  for (const { unit, agency: own, type, from, until } of grassrootsStretches(w)) {
    const agency = fullAgency(w, unit, own)
    const large = type === 'dang_bo_co_so'
    add(unit.key, 'thu_truong_co_quan', headOf(agency), from, until)
    add(unit.key, 'tap_the_lanh_dao', `Tập thể lãnh đạo ${agency}`, from, until)
    add(unit.key, 'cong_doan', `Công đoàn ${agency}`, from, until)
    if (keeps(unit.key, 'youth', large ? 0.85 : 0.45))
      add(unit.key, 'doan_thanh_nien', `Đoàn Thanh niên ${agency}`, from, until)
    if (keeps(unit.key, 'women', large ? 0.5 : 0.25)) add(unit.key, 'hoi_phu_nu', `Ban Nữ công ${agency}`, from, until)
    if (keeps(unit.key, 'veterans', large ? 0.5 : 0.15))
      add(unit.key, 'hoi_cuu_chien_binh', `Hội Cựu chiến binh ${agency}`, from, until)
  }
  for (const unit of kids(w, 'bloc')) {
    const from = w.agencies.findLast((row) => row.unit === unit.key)?.from ?? unit.opened
    const start = from > unit.opened ? from : unit.opened
    if (unit.type === 'cap_tren_co_so') {
      add(unit.key, 'thu_truong_co_quan', headOf(unit.agency), start, undefined)
      add(unit.key, 'tap_the_lanh_dao', `Tập thể lãnh đạo ${unit.agency}`, start, undefined)
      const elected = /^(Hội|Học viện)/.test(unit.agency)
      if (agencyKind(unit.agency) === 'co_quan')
        add(
          unit.key,
          elected ? 'dang_doan' : 'ban_can_su_dang',
          `${elected ? 'Đảng đoàn' : 'Ban cán sự đảng'} ${unit.agency}`,
          start,
          undefined,
        )
    } else if (/^Hội/.test(unit.agency)) add(unit.key, 'dang_doan', `Đảng đoàn ${unit.agency}`, start, undefined)
    const ward = w.random.int(1, 12)
    add(unit.key, 'cap_uy_dia_phuong', `Đảng uỷ phường Minh Hoạ ${ward}`, start, undefined)
    add(unit.key, 'chinh_quyen_dia_phuong', `Uỷ ban nhân dân phường Minh Hoạ ${ward}`, start, undefined)
  }
  return out
}
