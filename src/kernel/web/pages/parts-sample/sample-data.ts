import { addDays, type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import { fold } from '#kernel/contract/fold.ts'
import type { UnitChoice, UnitSource } from '../../module.ts'
import type { TreeNode } from '../../parts/tree.part.tsx'

/* Invented units and people only. The same every time: no chance, no clock. */

const bodies = [
  'Cơ quan Khảo sát',
  'Báo Đất nước',
  'Viện Hải dương',
  'Học viện Quy hoạch',
  'Nhà in Trung tâm',
  'Hội Đo đạc',
  'Viện Khí hậu',
  'Trung tâm Lưu trữ Bản đồ',
  'Tạp chí Lưu vực',
  'Ban Quản lý Hải đăng',
]
const branches = [
  'Cục Lưu vực',
  'Vụ Kế hoạch',
  'Văn phòng',
  'Vụ Tổ chức cán bộ',
  'Trung tâm Thông tin',
  'Cục Trạm đo',
  'Nhà xuất bản',
]
const rooms = ['Phòng Thuỷ đạc', 'Phòng Bản đồ', 'Phòng Tài vụ', 'Phòng Hành chính', 'Đội Khảo sát']
const families = ['Trần', 'Lê', 'Đỗ', 'Bùi', 'Vũ', 'Hoàng', 'Phan', 'Đặng']
const middles = ['Thị', 'Văn', 'Minh', 'Đức', 'Thu', 'Quốc', 'Ngọc']
const givens = [
  'An',
  'Ánh',
  'Ân',
  'Bình',
  'Dũng',
  'Đức',
  'Hạnh',
  'Hoà',
  'Lan',
  'Oanh',
  'Ơn',
  'Thuỷ',
  'Uyên',
  'Ước',
  'Yến',
]

/** A tree of some 5,500 invented units; two without a source. */
export const sampleTree: readonly TreeNode[] = makeTree()

function makeTree(): TreeNode[] {
  const nodes: TreeNode[] = [
    { id: 'r', parentId: null, name: 'Đảng bộ Khối các cơ quan Trung ương (minh hoạ)', figure: 61, mark: 'invented' },
  ]
  for (let committee = 0; committee < 61; committee += 1) {
    const round = Math.floor(committee / bodies.length)
    const name = `Đảng bộ ${bodies[committee % bodies.length]}${round > 0 ? ` ${round + 1}` : ''}`
    const grassroots = 12 + (committee % 13)
    nodes.push({
      id: `c${committee}`,
      parentId: 'r',
      name,
      figure: grassroots,
      ...(committee === 8 ? { mark: 'no-source' as const } : {}),
    })
    for (let base = 0; base < grassroots; base += 1) {
      const id = `c${committee}g${base}`
      const cells = base % 3 === 2 ? 0 : 4 + ((committee + base) % 5)
      const place = branches[base % branches.length]
      const number = base >= branches.length ? ` ${Math.floor(base / branches.length) + 1}` : ''
      nodes.push({
        id,
        parentId: `c${committee}`,
        name: `${cells === 0 ? 'Chi bộ' : 'Đảng bộ'} ${place}${number}`,
        figure: cells === 0 ? undefined : cells,
        note: cells === 0 ? 'cơ sở' : undefined,
        ...(committee === 2 && base === 1 ? { mark: 'no-source' as const } : {}),
      })
      for (let cell = 0; cell < cells; cell += 1) {
        const room = `${rooms[cell % rooms.length]}${cell >= rooms.length ? ` ${cell - rooms.length + 2}` : ''}`
        nodes.push({ id: `${id}x${cell}`, parentId: id, name: `Chi bộ ${room}` })
      }
    }
  }
  return nodes
}

/** Finds sample units as the structure module will. */
export const findSampleUnits: UnitSource['find'] = async (text) => {
  const byId = new Map(sampleTree.map((node) => [node.id, node]))
  const wanted = fold(text)
  const found: UnitChoice[] = []
  for (const node of sampleTree) {
    if (!fold(node.name).includes(wanted)) continue
    const path: string[] = []
    for (let above = node.parentId; above; above = byId.get(above)?.parentId ?? null)
      path.unshift(byId.get(above)?.name ?? '')
    found.push({
      id: node.id,
      name: node.name,
      path,
      ...(node.mark === 'no-source' ? { note: 'chưa có tư liệu' } : {}),
    })
    if (found.length === 12) break
  }
  return found
}

/** A row of the sample table. */
export interface SampleMember {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly admittedOn: PlainDate
  readonly kind: string
  readonly meetings: number | null
  readonly note: string
}

/** Invented members, as many as asked for. */
export function sampleMembers(count: number): readonly SampleMember[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `m${at}`,
    name: `${families[(at * 5) % families.length]} ${middles[(at * 3) % middles.length]} ${givens[(at * 7) % givens.length]}`,
    unit: `Chi bộ ${rooms[at % rooms.length]}`,
    admittedOn: addDays(plainDate('1984-02-03'), (at * 211) % 14_300),
    kind: at % 11 === 4 ? 'dự bị' : 'chính thức',
    meetings: at % 17 === 9 ? null : 12 - (at % 4),
    note: at % 23 === 3 ? '=SUM(A1:A9), chữ của một tệp cũ' : '',
  }))
}
