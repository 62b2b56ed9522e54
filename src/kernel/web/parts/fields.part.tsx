import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { HistoricalDate, PlainDate } from '#kernel/contract/dates.ts'
import { useLanguage } from '../language.ts'
import type { UnitChoice, UnitSource } from '../module.ts'
import { DateField } from './date-field.part.tsx'
import { HistoricalDateField } from './historical-date.part.tsx'
import { UnitPicker } from './unit-picker.part.tsx'
import type { Fields } from './use-contract-form.ts'

/** What every field of a form takes. */
export interface FieldProps {
  /** The form, from `useContractForm`. */
  // biome-ignore lint/suspicious/noExplicitAny: a field serves forms of any values
  readonly form: { readonly fields: Fields<any> }
  /** The path of the value in the command's input: `name`, `from.unitId`, `lines.0.count`. */
  readonly at: string
  readonly label: ReactNode
  /** Where the value comes from, or what is meant. */
  readonly description?: ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
}

interface Bound<T> {
  readonly value: T
  readonly onChange: (value: T) => void
  readonly error: ReactNode
}

function bound<T>({ form, at }: FieldProps): Bound<T> {
  const { fields } = form
  return {
    value: valueAt(fields.values, at) as T,
    onChange: (value) => {
      fields.setFieldValue(at, value)
      fields.clearFieldError(at)
    },
    error: fields.errors[at],
  }
}

function valueAt(values: unknown, path: string): unknown {
  let value = values
  for (const step of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[step]
  return value
}

function common(props: FieldProps) {
  return {
    label: props.label,
    description: props.description,
    withAsterisk: props.required ?? false,
    disabled: props.disabled ?? false,
    wrapperProps: { 'data-at': props.at },
  }
}

/** A line of text. */
export function TextField(
  props: FieldProps & { readonly type?: 'text' | 'email' | 'password'; readonly autoComplete?: string },
) {
  const { value, onChange, error } = bound<string | null>(props)
  return (
    <TextInput
      {...common(props)}
      type={props.type ?? 'text'}
      autoComplete={props.autoComplete ?? 'off'}
      value={value ?? ''}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Several lines; grows with what is written. */
export function LongTextField(props: FieldProps & { readonly lines?: number }) {
  const { value, onChange, error } = bound<string | null>(props)
  return (
    <Textarea
      {...common(props)}
      autosize
      minRows={props.lines ?? 3}
      maxRows={24}
      value={value ?? ''}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** A whole number, or with digits after the comma; empty is null. Written as the language writes numbers. */
export function NumberField(
  props: FieldProps & { readonly decimals?: number; readonly min?: number; readonly max?: number },
) {
  const { value, onChange, error } = bound<number | null>(props)
  const vietnamese = useLanguage() === 'vi'
  return (
    <NumberInput
      {...common(props)}
      hideControls
      inputMode={props.decimals ? 'decimal' : 'numeric'}
      decimalScale={props.decimals ?? 0}
      decimalSeparator={vietnamese ? ',' : '.'}
      thousandSeparator={vietnamese ? '.' : ','}
      {...(props.min === undefined ? {} : { min: props.min })}
      {...(props.max === undefined ? {} : { max: props.max })}
      clampBehavior="none"
      value={value ?? ''}
      error={error}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  )
}

/** One of a few. */
export function ChoiceField(
  props: FieldProps & {
    readonly choices: readonly { readonly value: string; readonly label: string }[]
    /** The first, empty line; without it the first choice stands. */
    readonly none?: string
  },
) {
  const { value, onChange, error } = bound<string | null>(props)
  const data = props.none === undefined ? props.choices : [{ value: '', label: props.none }, ...props.choices]
  return (
    <NativeSelect
      {...common(props)}
      data={[...data]}
      value={value ?? ''}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}

/** Yes or no. */
export function YesField(props: FieldProps) {
  const { value, onChange, error } = bound<boolean>(props)
  return (
    <Checkbox
      label={props.label}
      description={props.description}
      disabled={props.disabled ?? false}
      wrapperProps={{ 'data-at': props.at }}
      checked={value ?? false}
      error={error}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

/** A day. */
export function DayField(props: FieldProps & { readonly min?: PlainDate; readonly max?: PlainDate }) {
  const { value, onChange, error } = bound<PlainDate | null>(props)
  return (
    <div data-at={props.at}>
      <DateField {...props} inForm value={value ?? null} onChange={onChange} error={error} />
    </div>
  )
}

/** A date as exactly as it is known. */
export function KnownDateField(props: FieldProps) {
  const { value, onChange, error } = bound<HistoricalDate | null>(props)
  return (
    <div data-at={props.at}>
      <HistoricalDateField {...props} value={value ?? null} onChange={onChange} error={error} />
    </div>
  )
}

/** A unit; the value is a `UnitChoice`, so take `.id` in the form's `input`. */
export function UnitField(props: FieldProps & { readonly find?: UnitSource['find']; readonly name?: string }) {
  const { value, onChange, error } = bound<UnitChoice | null>(props)
  return (
    <div data-at={props.at}>
      <UnitPicker {...props} value={value ?? null} onChange={onChange} error={error} />
    </div>
  )
}
