import { Button } from '@mantine/core'
import { useState } from 'react'
import { plainDate } from '#kernel/contract/dates.ts'
import { Chip } from '../../parts/chip.part.tsx'
import { DataTable } from '../../parts/data-table.part.tsx'
import { FigureCard } from '../../parts/figure-card.part.tsx'
import { Section } from '../../parts/page-header.part.tsx'
import { PictureFrame } from '../../parts/picture-frame.part.tsx'
import { PrintForm } from '../../parts/print-form.part.tsx'
import { Progress } from '../../parts/progress.part.tsx'
import classes from './parts-sample.module.css'

const years = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023].map((year, at) => ({
  year,
  share: [88.1, 90.4, 91.2, 93.8, 92.9, 95.0, 96.3, 98.9][at] ?? 0,
}))
const at2010 = { on: plainDate('2010-01-01'), precision: 'year' } as const

/** Figures, pictures, long work, a printed paper. */
export function FigureSample() {
  const [printing, setPrinting] = useState(false)
  return (
    <>
      <Section title="Số liệu">
        <div className={classes.cards}>
          <FigureCard
            label="Tổ chức trực thuộc"
            computed={60}
            published={{ value: 60, on: at2010, source: 'Báo cáo tổng kết (minh hoạ)' }}
          />
          <FigureCard
            label="Chi bộ"
            computed={5468}
            published={{ value: 5529, on: at2010, source: 'Kỷ yếu (minh hoạ)', qualifier: 'khoảng' }}
            note="Kỷ yếu tính cả chi bộ ngoài nước."
          />
          <FigureCard
            label="Đảng viên"
            computed={null}
            uncounted="Hệ thống chưa có sổ đảng viên để tính; số đã công bố theo định nghĩa riêng của từng nguồn."
            published={{ value: 79_000, on: at2010, source: 'Kỷ yếu (minh hoạ)', qualifier: 'gần' }}
          />
          <FigureCard label="Liên chi" computed={null} published={null} />
        </div>
        <p>
          <Chip tone="ok">đúng hạn</Chip> <Chip tone="warn">còn 2 ngày</Chip> <Chip tone="late">quá hạn 5 ngày</Chip>{' '}
          <Chip tone="gold">40 năm tuổi Đảng</Chip> <Chip>cơ sở</Chip> <Chip tone="unsure">chưa có tư liệu</Chip>{' '}
          <Chip tone="invented">minh hoạ</Chip>
        </p>
      </Section>
      <PictureFrame
        title="Tỷ lệ gửi báo cáo đúng hạn"
        description="Các tổ chức trực thuộc, 2016 đến 2023 (minh hoạ)"
        name="ty-le-dung-han"
        table={
          <DataTable
            name="ty-le"
            label="Tỷ lệ gửi báo cáo đúng hạn"
            rows={years}
            rowId={(row) => String(row.year)}
            columns={[
              { id: 'nam', title: 'Năm', value: (row) => String(row.year), width: 6 },
              { id: 'ty-le', title: 'Đúng hạn (%)', kind: 'number', value: (row) => row.share },
            ]}
          />
        }
      >
        <svg viewBox="0 0 720 200" width="720" className={classes.picture}>
          <title>Tỷ lệ gửi báo cáo đúng hạn từ 88,1% năm 2016 lên 98,9% năm 2023</title>
          {years.map(({ year, share }, at) => (
            <g key={year} transform={`translate(${at * 88 + 20} 0)`}>
              <rect y={170 - (share - 80) * 7} width="52" height={(share - 80) * 7} className={classes.column} />
              <text x="26" y={162 - (share - 80) * 7} textAnchor="middle">
                {share.toLocaleString('de-DE')}
              </text>
              <text x="26" y="190" textAnchor="middle" className={classes.axis}>
                {year}
              </text>
            </g>
          ))}
          <path d="M10 170.5H710" className={classes.base} />
        </svg>
      </PictureFrame>
      <Section title="Việc dài">
        <div className={classes.two}>
          <Progress
            title="Nhập danh sách đảng viên"
            state="running"
            done={3120}
            total={5468}
            accepted={3098}
            refused={22}
            onStop={() => {}}
          />
          <Progress title="Tổng hợp tháng 11/2023" state="waiting" done={0} />
          <Progress title="Đọc tệp dang-vien.xlsx" state="running" done={1240} />
          <Progress
            title="Nhập danh sách đảng viên"
            state="done"
            done={5468}
            total={5468}
            accepted={5446}
            refused={22}
            report="#bao-cao"
          />
          <Progress
            title="Xuất hồ sơ"
            state="failed"
            done={120}
            total={400}
            note="Ổ đĩa đầy. Dọn chỗ rồi bấm xuất lại; 120 hồ sơ đầu không phải xuất lại."
          />
        </div>
      </Section>
      <Section
        title="Bản in"
        actions={<Button onClick={() => setPrinting(!printing)}>{printing ? 'Ẩn bản in' : 'Xem bản in'}</Button>}
      >
        {printing ? (
          <PrintForm
            head={{
              organ: ['ĐẢNG UỶ CƠ QUAN KHẢO SÁT', 'ĐẢNG UỶ CỤC LƯU VỰC'],
              symbol: 'Số 12-BC/ĐU',
              placeAndDate: 'Hà Nội, ngày 15 tháng 01 năm 2024',
              kind: 'BÁO CÁO',
              about: 'tình hình sinh hoạt chi bộ năm 2023 (minh hoạ)',
            }}
            foot={{
              recipients: ['Đảng uỷ Cơ quan Khảo sát (để báo cáo),', 'Lưu Văn phòng.'],
              capacity: ['T/M ĐẢNG UỶ', 'PHÓ BÍ THƯ'],
              signer: 'Trần Thị Lan',
            }}
            onClose={() => setPrinting(false)}
          >
            <p>Năm 2023, 12 trên 13 chi bộ trực thuộc đã gửi báo cáo; một chi bộ không phải báo cáo.</p>
          </PrintForm>
        ) : null}
      </Section>
    </>
  )
}
