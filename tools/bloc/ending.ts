import { ending } from '#data/bloc/ending.ts'
import { kids, type World } from './world.ts'

/** An invented allocation of the invented 61 to the four successors: fourteen go to the first, as its decision says. */
function successorOf(agency: string, number: number): string {
  if (
    /^(Học viện|Báo|Tạp chí|Nhà xuất bản|Thư viện|Cơ quan Thư tịch|Cơ quan Ấn phẩm|Nhà in|Cơ quan Thông hiếu|Viện Cổ tự|Viện Chữ nổi)/.test(
      agency,
    )
  )
    return 'cqdtw'
  if (/^(Hội |Quỹ|Uỷ ban Làng nghề)/.test(agency)) return 'mttq-doan-the'
  return number % 9 === 4 ? 'quoc-hoi' : 'chinh-phu'
}

/** The ending with who goes to which successor, by the keys of the history: what the demo keeps as a draft. */
export function draftOfTheEnding(w: World) {
  const { successors, ...rest } = ending
  return {
    ...rest,
    successors: successors.map(([unit, name]) => ({ unit, name, type: 'trung_uong_truc_thuoc' })),
    allocation: Object.fromEntries(kids(w, ending.ends).map((u, i) => [u.key, successorOf(u.agency, i)])),
  }
}
