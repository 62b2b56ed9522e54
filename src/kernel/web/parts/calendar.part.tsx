import { DatePicker, DatesProvider } from '@mantine/dates'
import 'dayjs/locale/vi.js'
import '@mantine/dates/styles.layer.css'
import { PlainDate } from '#kernel/contract/dates.ts'
import { useLanguage } from '../language.ts'

/** A month's sheet to pick a day from; loaded when first opened. */
export default function CalendarSheet(props: {
  readonly value: PlainDate | null
  readonly onPick: (date: PlainDate) => void
  readonly min?: PlainDate | undefined
  readonly max?: PlainDate | undefined
}) {
  const language = useLanguage()
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [0, 6] }}>
      <DatePicker
        value={props.value}
        {...(props.value ? { defaultDate: props.value } : props.max ? { defaultDate: props.max } : {})}
        {...(props.min ? { minDate: props.min } : {})}
        {...(props.max ? { maxDate: props.max } : {})}
        monthLabelFormat={language === 'vi' ? '[Tháng] M/YYYY' : 'MMMM YYYY'}
        onChange={(picked) => {
          const day = PlainDate.safeParse(picked)
          if (day.success) props.onPick(day.data)
        }}
      />
    </DatesProvider>
  )
}
