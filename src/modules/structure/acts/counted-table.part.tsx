import type { ReactNode } from 'react'
import { useFormats } from '#kernel/web/language.ts'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { Section } from '#kernel/web/parts/page-header.part.tsx'

/** A table under its heading, with how many; nothing where there is no row. */
export function CountedTable<Row extends object>(props: {
  readonly name: string
  readonly title: string
  readonly note?: ReactNode
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  readonly hrefOf?: (row: Row) => string | undefined
}) {
  const format = useFormats()
  const { name, title, note, rows, rowId, columns, hrefOf } = props
  if (rows.length === 0) return null
  return (
    <Section title={title} note={format.number(rows.length)}>
      {note ? <p className="soft">{note}</p> : null}
      <DataTable
        name={name}
        label={title}
        rows={rows}
        rowId={rowId}
        columns={columns}
        {...(hrefOf ? { hrefOf } : {})}
      />
    </Section>
  )
}
