import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type ReactNode, useRef, useState } from 'react'
import { useGo } from '../address.ts'
import type { MorePages } from '../client.ts'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import { saveFile, toCsv } from './csv.ts'
import classes from './data-table.module.css'
import { LoadingState } from './loading.part.tsx'
import { MoreRows } from './more-rows.part.tsx'
import { EmptyState } from './states.part.tsx'
import type { Column } from './table-columns.ts'
import { TableHead } from './table-head.part.tsx'
import { TableLine } from './table-line.part.tsx'
import { TableTools } from './table-tools.part.tsx'
import { usePrinting } from './use-printing.ts'
import { rowHeight, useRowKeys } from './use-row-keys.ts'
import { useTableRows } from './use-table-rows.ts'
import { useTableView } from './use-table-view.ts'

export type { CellValue, Column, ColumnKind } from './table-columns.ts'

/** What a table takes. */
export interface DataTableProps<Row extends object> {
  /** Name in the address, in this browser's memory and of the exported file; unique on the page: `to-chuc-truc-thuoc`. */
  readonly name: string
  /** What the table holds, for a screen reader and the printed head. */
  readonly label: string
  /** Undefined while they are on their way. */
  readonly rows: readonly Row[] | undefined
  /** Rows that come page by page (`useAnswerPages`): the next page, null when all are there. Left out: `rows` are all. */
  readonly more?: MorePages | null
  readonly rowId: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  /** Opens a row by its own address; the first column becomes the link. */
  readonly hrefOf?: (row: Row) => string | undefined
  /** Opens a row in place, under it. */
  readonly detail?: (row: Row) => ReactNode
  /** What is said when there is no row at all. */
  readonly empty?: ReactNode
  /** More buttons beside the filter. */
  readonly tools?: ReactNode
  /** Greatest height before the table scrolls in itself. */
  readonly height?: string
}

const virtualFrom = 60

/**
 * The table of every list: sticky head, sorting in Vietnamese order, filter without diacritics, choice of columns, arrow keys and Enter, row
 * count, export. Sorting and filter stand in the address. Long tables keep only visible rows; printing prints them all.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const t = useText(texts)
  const go = useGo()
  const printing = usePrinting()
  const { columns: all, rowId, hrefOf, detail } = props
  const view = useTableView(
    props.name,
    all.filter((column) => column.hidden).map((column) => column.id),
  )
  const total = props.rows ?? none
  const { rows, columns } = useTableRows(total as readonly Row[], all, view)
  const box = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const long = rows.length > virtualFrom && !printing
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: long,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => (rows[at] ? rowId(rows[at]) : at),
    overscan: 14,
    scrollPaddingStart: 44,
  })

  function toggle(id: string): void {
    const next = new Set(opened)
    if (!next.delete(id)) next.add(id)
    setOpened(next)
  }

  function open(row: Row): void {
    const href = hrefOf?.(row)
    if (href) void go(href)
    else if (detail) toggle(rowId(row))
  }

  const { active, setActive, onKeyDown } = useRowKeys(
    box,
    rows.length,
    (at) => {
      if (long) virtual.scrollToIndex(at)
    },
    (at) => rows[at] && open(rows[at]),
  )

  function exportCsv(): void {
    const values = rows.map((row) => columns.map((column) => column.value(row)))
    saveFile(
      `${props.name}.csv`,
      toCsv(
        columns.map((column) => column.title),
        values,
      ),
    )
  }

  if (props.rows === undefined) return <LoadingState lines={8} />
  if (props.rows.length === 0)
    return <div className="sheet">{props.empty ?? <EmptyState title={t('table.empty')} />}</div>

  const summed = columns.some((column) => column.footer)
  const items = long ? virtual.getVirtualItems() : rows.map((_, index) => ({ index, start: 0, end: 0 }))
  const before = long ? (items[0]?.start ?? 0) : 0
  const after = long ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  const width = columns.reduce((sum, column) => sum + widthOf(column), detail && !hrefOf ? 2.5 : 0)
  return (
    <div className={`${classes.table} sheet`}>
      <TableTools
        filter={view.filter}
        onFilter={view.setFilter}
        shown={rows.length}
        total={total.length}
        unfinished={Boolean(props.more)}
        columns={all.map(({ id, title, fixed = false }) => ({
          id,
          title,
          fixed,
          shown: fixed || view.visible[id] !== false,
        }))}
        onColumn={(id, shown) => view.setVisible({ ...view.visible, [id]: shown })}
        onExport={exportCsv}
        extra={props.tools}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys for the rows within */}
      <div
        ref={box}
        className={classes.box}
        style={{ maxHeight: long ? (props.height ?? 'min(72dvh, 48rem)') : undefined }}
        onKeyDown={onKeyDown}
      >
        <table
          aria-label={props.label}
          aria-rowcount={rows.length + 1}
          style={printing ? undefined : { minWidth: `${width}rem` }}
        >
          <colgroup>
            {columns.map((column) => (
              <col
                key={column.id}
                style={{ '--width': isFlexible(column) ? 'auto' : `${widthOf(column)}rem` } as CSSProperties}
              />
            ))}
          </colgroup>
          <TableHead columns={columns} sorting={view.sorting} onSort={view.setSorting} />
          {before > 0 ? <Gap height={before} /> : null}
          {items.map((item) => {
            const row = rows[item.index]
            if (!row) return null
            const id = rowId(row)
            return (
              <tbody key={id} data-index={item.index} ref={long ? virtual.measureElement : undefined}>
                <TableLine
                  at={item.index}
                  row={row}
                  columns={columns}
                  href={hrefOf?.(row)}
                  active={item.index === Math.min(active, rows.length - 1)}
                  opened={opened.has(id)}
                  onFocus={() => setActive(item.index)}
                  {...(detail ? { detail, onToggle: () => toggle(id) } : {})}
                />
              </tbody>
            )
          })}
          {after > 0 ? <Gap height={after} /> : null}
          {summed && rows.length > 0 ? (
            <tfoot className={classes.foot}>
              <tr>
                {columns.map((column) => (
                  <td key={column.id} data-kind={column.kind ?? 'text'}>
                    {column.footer?.(rows)}
                  </td>
                ))}
              </tr>
            </tfoot>
          ) : null}
        </table>
        {rows.length === 0 ? (
          <EmptyState
            title={t('table.noMatch')}
            action={<Button onClick={() => view.setFilter('')}>{t('table.clear')}</Button>}
          />
        ) : null}
      </div>
      {props.more === undefined ? null : <MoreRows count={total.length} more={props.more} />}
      {props.more && (summed || view.filter !== '' || view.sorting.length > 0) ? (
        <p className={`${classes.seen} no-print`}>{t('table.onlySeen')}</p>
      ) : null}
      <span className="unseen">{t('table.keys')}</span>
    </div>
  )
}

const none: readonly never[] = []

/** The rows that are out of sight. */
function Gap({ height }: { readonly height: number }) {
  return (
    <tbody aria-hidden="true">
      <tr style={{ height }} />
    </tbody>
  )
}

function isFlexible(column: Column<never>): boolean {
  return column.width === undefined && column.kind !== 'number' && column.kind !== 'date'
}

function widthOf(column: Column<never>): number {
  return column.width ?? { text: 13, person: 12, number: 7, date: 7.5 }[column.kind ?? 'text']
}
