import { plainDate } from '#kernel/contract/dates.ts'
import type { Session } from '#kernel/web/session.ts'

/** An invented person in an invented unit. */
export const sampleSession: Session = {
  signedIn: true,
  accountName: 'lan.tt',
  displayName: 'Trần Thị Lan',
  capacities: [
    {
      id: 'c1',
      title: { vi: 'Phó Bí thư Đảng uỷ', en: 'Deputy secretary of the committee' },
      unitName: 'Đảng bộ Cục Lưu vực',
    },
    { id: 'c2', title: { vi: 'Đảng viên', en: 'Member' }, unitName: 'Chi bộ Văn phòng' },
  ],
  may: [],
  today: plainDate('2024-01-15'),
  demo: true,
  engine: 'embedded',
  organisation: {
    id: '0190b5a2-0000-7000-8000-000000000001',
    name: 'Đảng bộ Cục Lưu vực',
    path: ['Đảng bộ Khối các cơ quan Trung ương', 'Đảng bộ Cơ quan Khảo sát'],
  },
}
