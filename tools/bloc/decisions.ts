import { addDays, type PlainDate } from '#kernel/contract/dates.ts'
import { get, today, type Unit, type World } from './world.ts'

/** The agency with that of its superior where it would else be the same everywhere ("Văn phòng Cơ quan Khảo sát"). */
export function fullAgency(w: World, unit: Unit, agency = unit.agency): string {
  const over = unit.parent ? get(w, unit.parent).agency : ''
  return /^(Văn phòng|Thanh tra)$/.test(agency) && over ? `${agency} ${over}` : agency
}

/** First letters of the words: "Cơ quan Khảo sát" gives CQKS. */
export function initials(agency: string): string {
  return agency
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('')
}

/** The invented symbol of a committee's documents. */
export function documentSymbol(unit: Unit): string {
  if (unit.key === 'bloc') return 'ĐUK'
  return unit.type === 'cap_tren_co_so' ? `ĐU${initials(unit.agency)}` : 'ĐU'
}

/** Numbers start again with each term of the committee. */
const termOf = (on: string) => [2010, 2015, 2020].filter((year) => on >= `${year}-09-01`).length

/**
 * An invented decision of a committee on one of its subordinates: the symbol counts on within the committee's term, and the paper
 * is signed at most some days before it takes effect.
 */
export function decisionOf(w: World, committee: string, effective: PlainDate, before = 12) {
  const unit = get(w, committee)
  const series = `number ${committee} ${termOf(effective)}`
  const number = (w.nextNumber.get(series) ?? w.random.int(0, 40)) + w.random.int(1, 7)
  w.nextNumber.set(series, number)
  // What takes effect after the day of the demo was signed before it.
  const signed = effective > today ? addDays(today, -6) : effective
  const drafted = addDays(signed, -w.random.int(0, before))
  const last = w.lastSigned.get(committee)
  const on = last && last > drafted ? last : drafted
  w.lastSigned.set(committee, on)
  const organ =
    committee === 'bloc'
      ? 'Ban Thường vụ Đảng uỷ Khối (minh hoạ)'
      : unit.type === 'cap_tren_co_so'
        ? `Ban Thường vụ Đảng uỷ ${unit.agency}`
        : `Đảng uỷ ${fullAgency(w, unit)}`
  return {
    kind: 'Quyết định',
    symbol: `${number}-QĐ/${documentSymbol(unit)}`,
    on,
    organ,
  }
}
