import { Button } from '@mantine/core'
import { useState } from 'react'
import type { HistoricalDate, PlainDate } from '#kernel/contract/dates.ts'
import { plainDate } from '#kernel/contract/dates.ts'
import type { UnitChoice } from '../../module.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.part.tsx'
import {
  ChoiceField,
  DayField,
  KnownDateField,
  LongTextField,
  NumberField,
  UnitField,
} from '../../parts/fields.part.tsx'
import { ContractForm } from '../../parts/form.part.tsx'
import { HistoricalDateText } from '../../parts/historical-date.part.tsx'
import { Section } from '../../parts/page-header.part.tsx'
import { Receipt } from '../../parts/receipt.part.tsx'
import { useContractForm } from '../../parts/use-contract-form.ts'
import { Wizard } from '../../parts/wizard.part.tsx'
import classes from './parts-sample.module.css'
import { sampleReport } from './sample-contract.ts'
import { findSampleUnits } from './sample-data.ts'

const dates: readonly HistoricalDate[] = [
  { on: plainDate('1948-11-07'), precision: 'day' },
  { on: plainDate('1953-06-01'), precision: 'month' },
  { on: plainDate('2010-01-01'), precision: 'year' },
  { on: plainDate('1991-02-03'), precision: 'not_later' },
  { on: plainDate('1961-01-01'), precision: 'unknown' },
]

/** Forms, the question before an act, steps, receipt, dates. */
export function FormSample() {
  const [asking, setAsking] = useState(false)
  const [step, setStep] = useState('ket-qua')
  const form = useContractForm(sampleReport, {
    initial: {
      unitId: null as UnitChoice | null,
      heldOn: plainDate('2024-01-03') as PlainDate | null,
      foundedOn: { on: plainDate('1953-06-01'), precision: 'month' } as HistoricalDate | null,
      members: 17 as number | null,
      present: 16 as number | null,
      absent: 2 as number | null,
      kind: 'regular',
      summary: '',
    },
    input: ({ unitId, ...values }) => ({ ...values, unitId: unitId?.id ?? '' }) as never,
    draft: 'sample',
  })
  return (
    <>
      <Section title="Biểu nhập" note="theo đúng quy tắc của hợp đồng; bấm gửi để thấy chỗ cần sửa">
        <div className="sheet padded">
          <ContractForm form={form} submit="Gửi báo cáo Đảng uỷ Cục" actions={<Button>Xem bản in</Button>}>
            <UnitField form={form} at="unitId" label="Chi bộ" required find={findSampleUnits} name="sample-form" />
            <div className={classes.fields}>
              <DayField form={form} at="heldOn" label="Ngày sinh hoạt" required />
              <ChoiceField
                form={form}
                at="kind"
                label="Loại"
                choices={[
                  { value: 'regular', label: 'Sinh hoạt thường kỳ' },
                  { value: 'theme', label: 'Sinh hoạt chuyên đề' },
                ]}
              />
              <NumberField
                form={form}
                at="members"
                label="Đảng viên cuối năm"
                description="điền sẵn từ danh sách 31/12"
              />
              <NumberField form={form} at="present" label="Dự sinh hoạt" />
              <NumberField form={form} at="absent" label="Vắng có lý do" />
            </div>
            <KnownDateField form={form} at="foundedOn" label="Ngày thành lập chi bộ" />
            <LongTextField form={form} at="summary" label="Việc chính trong năm" required />
          </ContractForm>
        </div>
      </Section>
      <Section title="Ngày tháng trong lịch sử">
        <ul className={classes.inline}>
          {dates.map((date) => (
            <li key={date.on + date.precision}>
              <HistoricalDateText date={date} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Từng bước">
        <div className="sheet padded">
          <Wizard
            step={step}
            onStep={setStep}
            steps={[
              { id: 'quyet-dinh', title: 'Quyết định', content: <p>Quyết định 12-QĐ/ĐU, ngày 20/12/2023.</p> },
              {
                id: 'ket-qua',
                title: 'Tổ chức sau sắp xếp',
                content: <p>Chi bộ Phòng Thuỷ đạc tiếp nhận 9 đảng viên.</p>,
              },
              { id: 'xem-truoc', title: 'Xem trước', content: <p>Tổng số đảng viên trước và sau: 26 = 26.</p> },
            ]}
            finish={
              <Button variant="filled" onClick={() => setAsking(true)}>
                Ghi nhận việc sáp nhập
              </Button>
            }
          />
        </div>
      </Section>
      <Section title="Biên nhận và câu hỏi trước khi làm">
        <Receipt
          title="Đã gửi báo cáo tháng 11/2023"
          number="BC-2023-11-0417"
          at="2023-12-04T01:42:00.000Z"
          to="Đảng uỷ Cơ quan Khảo sát"
          onRecall={() => setAsking(true)}
        />
        <ConfirmDialog
          opened={asking}
          onClose={() => setAsking(false)}
          onAct={() => setAsking(false)}
          title="Kết thúc hoạt động Chi bộ Phòng Bản đồ?"
          act="Kết thúc hoạt động"
          irrevocable
          word="Phòng Bản đồ"
          touches={[
            '9 đảng viên chuyển về Chi bộ Phòng Thuỷ đạc',
            '2 báo cáo đang soạn được đóng lại',
            '1 việc đến kỳ chấm dứt',
          ]}
        >
          <p>Quyết định có hiệu lực từ 01/02/2024.</p>
        </ConfirmDialog>
      </Section>
    </>
  )
}
