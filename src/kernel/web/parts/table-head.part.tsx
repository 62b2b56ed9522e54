import type { SortingState } from '@tanstack/react-table'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import classes from './data-table.module.css'
import type { Column } from './table-columns.ts'

/** The sticky head: each heading sorts upward, downward, then not. */
export function TableHead<Row>(props: {
  readonly columns: readonly Column<Row>[]
  readonly sorting: SortingState
  readonly onSort: (next: SortingState) => void
}) {
  const t = useText(texts)
  const sorted = props.sorting[0]
  return (
    <thead>
      <tr>
        {props.columns.map((column) => {
          const mine = sorted?.id === column.id ? sorted : undefined
          return (
            <th
              key={column.id}
              scope="col"
              data-kind={column.kind ?? 'text'}
              aria-sort={mine ? (mine.desc ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                title={t('table.sort', { column: column.title })}
                className={classes.sort}
                onClick={() => props.onSort(mine?.desc ? [] : [{ id: column.id, desc: mine !== undefined }])}
              >
                {column.title}
                <span aria-hidden="true" className={classes.arrow}>
                  {mine ? (mine.desc ? '▼' : '▲') : ''}
                </span>
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
