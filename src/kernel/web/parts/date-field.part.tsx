import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { formatDate, type PlainDate } from '#kernel/contract/dates.ts'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import { readDay } from './date-text.ts'
import { CalendarIcon } from './icons.tsx'
import { LoadingState } from './loading.part.tsx'

const CalendarSheet = lazy(() => import('./calendar.part.tsx'))

/** What a field for a day takes. */
export interface DateFieldProps {
  readonly value: PlainDate | null
  readonly onChange: (date: PlainDate | null) => void
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly min?: PlainDate | undefined
  readonly max?: PlainDate | undefined
  readonly required?: boolean
  readonly disabled?: boolean
  readonly onBlur?: () => void
  /** In a form an unreadable day takes the former one back, so that it is never sent unseen; a picker keeps what it showed. */
  readonly inForm?: boolean
  /** The field stands in a floating box already: its calendar must belong to that box, or a click in it would close the box. */
  readonly floating?: boolean
  /** In a dialog: has the focus when it opens. */
  readonly autofocus?: boolean
}

/** A day, typed as 31/12/2010 (also 31-12-2010, 31122010) or picked from a calendar. */
export function DateField(props: DateFieldProps) {
  const t = useText(texts)
  const { value, onChange, min, max } = props
  const [text, setText] = useState(value ? formatDate(value) : '')
  const [bad, setBad] = useState(false)
  const [opened, setOpened] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another value from outside changes what stands in the field
  useEffect(() => {
    if (value === null && bad) return
    setText(value ? formatDate(value) : '')
    setBad(false)
  }, [value])

  function take(): void {
    if (text.trim() === '') {
      setBad(false)
      if (value !== null) onChange(null)
      return
    }
    const day = readDay(text)
    const good = day !== null && (!min || day >= min) && (!max || day <= max)
    setBad(!good)
    if (!good) {
      if (props.inForm && value !== null) onChange(null)
      return
    }
    setText(formatDate(day))
    if (day !== value) onChange(day)
  }

  return (
    <TextInput
      label={props.label}
      description={props.description}
      error={bad ? t('date.bad.day') : props.error}
      withAsterisk={props.required ?? false}
      disabled={props.disabled ?? false}
      data-autofocus={props.autofocus || undefined}
      value={text}
      placeholder={t('date.example.day')}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => {
        setText(event.currentTarget.value)
        setBad(false)
      }}
      onBlur={() => {
        take()
        props.onBlur?.()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
      rightSection={
        <Popover
          opened={opened}
          onChange={setOpened}
          position="bottom-end"
          trapFocus
          returnFocus
          withinPortal={!props.floating}
        >
          <Popover.Target>
            <ActionIcon
              aria-label={t('date.pick')}
              disabled={props.disabled ?? false}
              onClick={() => setOpened(!opened)}
            >
              <CalendarIcon />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <Suspense fallback={<LoadingState />}>
              <CalendarSheet
                value={value}
                min={min}
                max={max}
                onPick={(day) => {
                  setOpened(false)
                  onChange(day)
                }}
              />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      }
    />
  )
}
