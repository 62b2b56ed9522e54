import { Button, Slider } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import { daysShown } from '../as-of.ts'
import { texts } from '../kernel.text.ts'
import { useFormats, useText } from '../language.ts'
import classes from './as-of-picker.module.css'
import { DateField } from './date-field.part.tsx'

/** What the choice of an as-of date takes. */
export interface AsOfPickerProps {
  readonly value: PlainDate
  readonly today: PlainDate
  /** Null: back to today. */
  readonly onChange: (date: PlainDate | null) => void
  /** First year of the slider; the Bloc's records begin in 1948. */
  readonly firstYear?: number
  /** How many years ahead may be asked: what is decided already and not yet in force. */
  readonly yearsAhead?: number
}

/** A date typed, a year slid to, the ends of the last years, or back to today. The slider answers when let go. */
export function AsOfPicker({ value, today, onChange, firstYear = 1948, yearsAhead = 1 }: AsOfPickerProps) {
  const t = useText(texts)
  const format = useFormats()
  const thisYear = Number(today.slice(0, 4))
  const lastYear = thisYear + yearsAhead
  const [year, setYear] = useState(Number(value.slice(0, 4)))
  useEffect(() => setYear(Number(value.slice(0, 4))), [value])

  function goToYear(wanted: number): void {
    onChange(wanted === thisYear ? null : plainDate(`${wanted}-12-31`))
  }

  return (
    <div className={classes.picker}>
      <b>{t('when.choose')}</b>
      <p className="soft small">{t('when.help')}</p>
      <DateField
        floating
        label={t('when.input')}
        value={value}
        min={daysShown(today).first}
        max={daysShown(today).last}
        onChange={(date) => onChange(date === today ? null : date)}
      />
      <div className={classes.slider}>
        <span className="small">{t('when.slider')}</span>
        <Slider
          color="var(--past-line)"
          min={firstYear}
          max={lastYear}
          value={year}
          onChange={setYear}
          onChangeEnd={goToYear}
          thumbLabel={t('when.slider')}
          label={(at) => at}
          marks={yearMarks(firstYear, lastYear)}
        />
      </div>
      <div className={classes.quick}>
        <Button size="xs" onClick={() => onChange(null)} disabled={value === today}>
          {t('when.today')} · {format.date(today)}
        </Button>
        {[1, 2, 5, 10].map((back) => (
          <Button key={back} size="xs" onClick={() => onChange(plainDate(`${thisYear - back}-12-31`))}>
            {t('when.yearEnd', { year: String(thisYear - back) })}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** A mark at each twenty years, and at the first. */
function yearMarks(firstYear: number, lastYear: number): { value: number; label: string }[] {
  const years = [firstYear]
  for (let year = Math.ceil((firstYear + 8) / 20) * 20; year <= lastYear; year += 20) years.push(year)
  return years.map((value) => ({ value, label: String(value) }))
}
