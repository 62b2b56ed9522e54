import { useState } from 'react'
import { ProblemError } from '../../call.ts'
import { ConnectionLost } from '../../connection.ts'
import { Chip } from '../../parts/chip.part.tsx'
import { type Column, DataTable } from '../../parts/data-table.part.tsx'
import { LoadingState } from '../../parts/loading.part.tsx'
import { Section } from '../../parts/page-header.part.tsx'
import { EmptyState, ErrorState } from '../../parts/states.part.tsx'
import classes from './parts-sample.module.css'
import { type SampleMember, sampleMembers } from './sample-data.ts'

const members = sampleMembers(5200)
const few = members.slice(0, 5)
const pageSize = 25
const columns: readonly Column<SampleMember>[] = [
  { id: 'ten', title: 'Họ và tên', kind: 'person', value: (row) => row.name, fixed: true },
  { id: 'chi-bo', title: 'Chi bộ', value: (row) => row.unit },
  { id: 'vao-dang', title: 'Ngày vào Đảng', kind: 'date', value: (row) => row.admittedOn },
  {
    id: 'loai',
    title: 'Đảng viên',
    value: (row) => row.kind,
    cell: (row) => <Chip tone={row.kind === 'dự bị' ? 'warn' : 'plain'}>{row.kind}</Chip>,
    width: 8,
  },
  {
    id: 'sinh-hoat',
    title: 'Dự sinh hoạt',
    kind: 'number',
    value: (row) => row.meetings,
    footer: (rows) => rows.reduce((sum, row) => sum + (row.meetings ?? 0), 0).toLocaleString('de-DE'),
  },
  { id: 'ghi-chu', title: 'Ghi chú', value: (row) => row.note, hidden: true },
]
const refused = new ProblemError({
  type: 'urn:lienchi:forbidden',
  title: 'Không mở được',
  status: 403,
  detail: '',
  kind: 'forbidden',
  code: 'no_grant',
  sentence: {
    vi: 'Danh sách này thuộc chi bộ khác; đồng chí xem được số liệu, không xem được họ tên.',
    en: 'This list belongs to another cell; you may see its figures, not its names.',
  },
  wanted: { verb: 'members.list', unitId: null },
})

/** Rows that come page by page, as a capability with a cursor answers them. */
function PagedSample() {
  const [count, setCount] = useState(pageSize)
  return (
    <DataTable
      name="tung-trang"
      label="Đảng viên từng trang (minh hoạ)"
      rows={members.slice(0, count)}
      more={count < 3 * pageSize ? { load: async () => setCount(count + pageSize), loading: false } : null}
      rowId={(row) => row.id}
      columns={columns}
      height="16rem"
    />
  )
}

/** The table full, small with rows that open in place, page by page, empty, refused, unreachable, loading. */
export function TableSample() {
  return (
    <>
      <Section title="Bảng dài" note="mở từng dòng bằng địa chỉ riêng">
        <DataTable
          name="dang-vien"
          label="Danh sách đảng viên (minh hoạ)"
          rows={members}
          rowId={(row) => row.id}
          columns={columns}
          hrefOf={(row) => `/dev/parts?mo=${row.id}`}
          height="24rem"
        />
      </Section>
      <Section title="Bảng ngắn" note="mở tại chỗ">
        <DataTable
          name="it-dong"
          label="Vài đảng viên (minh hoạ)"
          rows={few}
          rowId={(row) => row.id}
          columns={columns}
          detail={(row) => (
            <dl className="facts">
              <dt>Chi bộ</dt>
              <dd>{row.unit}</dd>
              <dt>Dự sinh hoạt năm qua</dt>
              <dd>{row.meetings ?? 'chưa ghi'} kỳ</dd>
            </dl>
          )}
        />
      </Section>
      <Section title="Bảng từng trang" note="trang sau chỉ lấy khi cần">
        <PagedSample />
      </Section>
      <Section title="Không có dòng, bị từ chối, mất kết nối, đang tải">
        <div className={classes.two}>
          <DataTable
            name="rong"
            label="Bảng rỗng"
            rows={[]}
            rowId={(row: SampleMember) => row.id}
            columns={columns}
            empty={<EmptyState title="Không việc nào quá hạn." detail="Việc đến kỳ gần nhất: 19/01/2024." />}
          />
          <LoadingState lines={4} after={0} />
          <ErrorState error={refused} onRetry={() => {}} />
          <ErrorState error={new ConnectionLost('thử')} onRetry={() => {}} />
          <ErrorState error={new TypeError('x is not a function')} />
        </div>
      </Section>
    </>
  )
}
