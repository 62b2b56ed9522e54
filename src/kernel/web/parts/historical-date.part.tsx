import { NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { DatePrecision, type HistoricalDate, plainDate } from '#kernel/contract/dates.ts'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import { readAs, sayHistorical, writeAs } from './date-text.ts'
import classes from './historical-date.module.css'

/** A date as exactly as it is known: 07/11/1948 · tháng 6/1953 · năm 2010 · không muộn hơn 03/02/1991 · chưa rõ ngày. */
export function HistoricalDateText({ date }: { readonly date: HistoricalDate }) {
  const t = useText(texts)
  const words = sayHistorical(date, t)
  if (date.precision === 'unknown') return <span className="soft">{words}</span>
  const machine = { day: 10, not_later: 10, month: 7, year: 4 }[date.precision]
  return <time dateTime={date.on.slice(0, machine)}>{words}</time>
}

/** What the field for a historical date takes. */
export interface HistoricalDateFieldProps {
  readonly value: HistoricalDate | null
  readonly onChange: (date: HistoricalDate | null) => void
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean
  readonly onBlur?: () => void
}

/** A date with how exactly it is known: the day, only the month or the year, "not later than", or unknown. */
export function HistoricalDateField(props: HistoricalDateFieldProps) {
  const t = useText(texts)
  const id = useId()
  const { value, onChange } = props
  const [precision, setPrecision] = useState<DatePrecision>(value?.precision ?? 'day')
  const [text, setText] = useState(value && value.precision !== 'unknown' ? writeAs(value.precision, value.on) : '')
  const [bad, setBad] = useState(false)

  useEffect(() => {
    if (!value) return
    setPrecision(value.precision)
    setText(value.precision === 'unknown' ? '' : writeAs(value.precision, value.on))
    setBad(false)
  }, [value])

  function take(as: DatePrecision, written: string): void {
    if (as === 'unknown') {
      onChange({ on: value?.on ?? plainDate('1900-01-01'), precision: 'unknown' })
      return
    }
    if (written.trim() === '') {
      setBad(false)
      onChange(null)
      return
    }
    const on = readAs(as, written)
    setBad(on === null)
    // What cannot be read is no date: the one before it must not be sent in its stead.
    if (on === null) onChange(null)
    else if (on !== value?.on || as !== value.precision) onChange({ on, precision: as })
  }

  const kind = precision === 'month' || precision === 'year' ? precision : 'day'
  return (
    <div className={classes.pair}>
      <NativeSelect
        label={t('date.precision')}
        value={precision}
        data={DatePrecision.options.map((option) => ({ value: option, label: t(`date.precision.${option}`) }))}
        onChange={(event) => {
          const next = event.currentTarget.value as DatePrecision
          setPrecision(next)
          const known = value && value.precision !== 'unknown' ? writeAs(next, value.on) : text
          if (next !== 'unknown') setText(known)
          take(next, known)
        }}
      />
      <TextInput
        id={id}
        label={props.label}
        description={props.description}
        error={bad ? t(`date.bad.${kind}`) : props.error}
        withAsterisk={props.required ?? false}
        disabled={precision === 'unknown'}
        value={precision === 'unknown' ? '' : text}
        placeholder={precision === 'unknown' ? t('date.unknown') : t(`date.example.${kind}`)}
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => {
          setText(event.currentTarget.value)
          setBad(false)
        }}
        onBlur={() => {
          take(precision, text)
          props.onBlur?.()
        }}
      />
    </div>
  )
}
