import { Button } from '@mantine/core'
import { PageHeader } from '../../parts/page-header.part.tsx'
import { usePlace } from '../../place.ts'
import { FigureSample } from './figure-sample.part.tsx'
import { FormSample } from './form-sample.part.tsx'
import { TableSample } from './table-sample.part.tsx'
import { TreeSample } from './tree-sample.part.tsx'

/** Every part of the screens on one sheet, in its states, with invented content. For looking, not for use. */
export default function PartsSamplePage() {
  usePlace({
    where: {
      id: 'sample',
      name: 'Đảng bộ Cục Lưu vực',
      path: ['Đảng bộ Khối các cơ quan Trung ương', 'Đảng bộ Cơ quan Khảo sát'],
    },
  })
  return (
    <>
      <PageHeader
        title="Các bộ phận của màn hình"
        lead="Nội dung bịa ra để nhìn: 5.500 tổ chức, 5.200 dòng, các trạng thái đầy, rỗng, lỗi, đang tải."
        actions={
          <>
            <Button>Xuất bảng</Button>
            <Button variant="filled">Sắp xếp tổ chức…</Button>
          </>
        }
      />
      <TreeSample />
      <TableSample />
      <FormSample />
      <FigureSample />
    </>
  )
}
