import { plainDate } from '#kernel/contract/dates.ts'
import { type ActInput, kids, type World } from './world.ts'

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

/** The act that puts the 61 under the four on the day of the end; when it was recorded is left to the loading. */
export function allocation(w: World): ActInput {
  const changes = kids(w, 'bloc').map((u, i) => ({ unit: u.key, parent: successorOf(u.agency, i) }))
  return {
    key: 'act.2025-allocation',
    kind: 'reparent',
    effective: { on: plainDate('2025-02-03'), precision: 'day' },
    source: 'i.generated',
    note: {
      vi: 'Phân bổ minh hoạ: 61 đảng bộ mang tên giả định được chuyển về bốn đảng bộ mới để cây tổ chức không đứt.',
      en: 'An illustrative allocation: the 61 with invented names go to the four new ones, so that the tree does not break.',
    },
    changes,
  }
}
