import type { ReactNode } from 'react'
import { PlainDate } from '#kernel/contract/dates.ts'
import { useFormats } from '../language.ts'
import classes from './data-table.module.css'
import { DownIcon, RightIcon } from './icons.tsx'
import { PageLink } from './link.part.tsx'
import { type Column, isAbsent } from './table-columns.ts'

/** One row: its cells, the link or opener in the first, and what opens under it. */
export function TableLine<Row>(props: {
  readonly at: number
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly href: string | undefined
  readonly active: boolean
  readonly opened: boolean
  readonly onFocus: () => void
  readonly detail?: (row: Row) => ReactNode
  readonly onToggle?: () => void
}) {
  const { row, columns, href, detail, opened } = props
  return (
    <>
      <tr
        className={classes.line}
        data-at={props.at}
        aria-rowindex={props.at + 2}
        tabIndex={props.active ? 0 : -1}
        data-opened={opened || undefined}
        onFocus={props.onFocus}
      >
        {columns.map((column, place) => {
          const content = <Shown column={column} row={row} />
          return (
            <td key={column.id} data-kind={column.kind ?? 'text'}>
              {place > 0 ? (
                content
              ) : href ? (
                <PageLink href={href} className={classes.link} tabIndex={-1}>
                  {content}
                </PageLink>
              ) : detail ? (
                <button
                  type="button"
                  className={classes.opener}
                  aria-expanded={opened}
                  tabIndex={-1}
                  onClick={props.onToggle}
                >
                  {opened ? <DownIcon size="1em" /> : <RightIcon size="1em" />}
                  <span>{content}</span>
                </button>
              ) : (
                content
              )}
            </td>
          )
        })}
      </tr>
      {opened && detail ? (
        <tr className={classes.detail}>
          <td colSpan={columns.length}>{detail(row)}</td>
        </tr>
      ) : null}
    </>
  )
}

function Shown<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }): ReactNode {
  const format = useFormats()
  if (column.cell) return column.cell(row)
  const value = column.value(row)
  if (isAbsent(value)) return null
  if (typeof value === 'number') return format.number(value)
  if (column.kind === 'date') {
    const day = PlainDate.safeParse(value)
    return day.success ? format.date(day.data) : String(value)
  }
  return String(value)
}
