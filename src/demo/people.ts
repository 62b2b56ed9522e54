import type { DemoPerson } from '#modules/access/index.server.ts'

/** All demo people have this password; it is printed and shown on the sign-in page, and exists only in the demo. */
export const demoPassword = 'lien-chi-dung-thu'

/** A person of the demo with the grant that the demo gives. All invented. */
export interface DemoAccount extends DemoPerson {
  readonly role: string
  /** Key of the unit in data/bloc/history.json; null: the whole organisation. */
  readonly unit: string | null
  readonly reach: 'own' | 'below'
  readonly origin: string
}

const person = (username: string, displayName: string, vi: string, en: string) => ({
  username,
  displayName,
  title: { vi, en },
  password: demoPassword,
})

/** Who can be tried out, from the whole Bloc down to one cell. */
export const demoPeople: readonly DemoPerson[] = [
  person('tochuc', 'Lê Thị Hồng Lam', 'Cán bộ Ban Tổ chức Đảng uỷ Khối', 'Organisation officer of the Bloc'),
  person('bithu', 'Phạm Quốc Vinh', 'Bí thư một đảng uỷ trực thuộc', 'Secretary of a subordinate committee'),
  person('chibo', 'Nguyễn Thu Hà', 'Bí thư một chi bộ', 'Secretary of a cell'),
  person('quantri', 'Trần Minh Khuê', 'Quản trị hệ thống', 'Administrator'),
  person('giamsat', 'Đặng Hữu Tâm', 'Người giám sát nhật ký', 'Journal overseer'),
]

/** Their grants: the roles they hold, on which units of data/bloc/history.json. */
export function demoAccounts(keys: { root: string; committee: string; cell: string }): DemoAccount[] {
  const grants: Record<string, Omit<DemoAccount, keyof DemoPerson>> = {
    tochuc: {
      role: 'organisation_officer',
      unit: keys.root,
      reach: 'below',
      origin: 'Phân công công tác (dữ liệu minh hoạ)',
    },
    bithu: {
      role: 'committee_secretary',
      unit: keys.committee,
      reach: 'below',
      origin: 'Quyết định chuẩn y (dữ liệu minh hoạ)',
    },
    chibo: { role: 'cell_secretary', unit: keys.cell, reach: 'own', origin: 'Quyết định chuẩn y (dữ liệu minh hoạ)' },
    giamsat: {
      role: 'journal_overseer',
      unit: null,
      reach: 'below',
      origin: 'Phân công giám sát (dữ liệu minh hoạ)',
    },
    quantri: { role: 'administrator', unit: null, reach: 'below', origin: 'Thiết lập ban đầu (dữ liệu minh hoạ)' },
  }
  return demoPeople.map((one) => ({ ...one, ...grants[one.username]! }))
}
