import { type ReactNode, useCallback } from 'react'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { UnitSource } from '#kernel/web/module.ts'
import { unitSource } from '#kernel/web/modules.ts'
import { UnitPicker } from '#kernel/web/parts/unit-picker.part.tsx'
import { type Book, pathOf } from './book.rules.ts'

/** The choice of one unit among those that live on the day the wizard looks at, whatever day the bar shows. */
export function UnitSearch(props: {
  readonly book: Book
  readonly day: PlainDate
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly required?: boolean
}) {
  const { book, day, value } = props
  const find = useCallback<UnitSource['find']>(
    async (text, ask) => {
      const found = (await unitSource()?.find(text, { ...ask, asOf: day })) ?? []
      return found.filter(({ id }) => book.byId.has(id))
    },
    [book, day],
  )
  const unit = value === null ? undefined : book.byId.get(value)
  return (
    <UnitPicker
      label={props.label}
      description={props.description}
      required={props.required ?? false}
      find={find}
      name={`sap-xep ${day}`}
      value={unit ? { id: unit.id, name: unit.name, path: pathOf(book, unit.id) } : null}
      onChange={(chosen) => props.onChange(chosen?.id ?? null)}
    />
  )
}
