import { ActionIcon, Checkbox, CloseButton, Popover, TextInput, Tooltip } from '@mantine/core'
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import classes from './data-table.module.css'
import { ColumnsIcon, DownloadIcon, SearchIcon } from './icons.tsx'

/** A column as the choice of columns shows it. */
export interface ColumnChoice {
  readonly id: string
  readonly title: string
  readonly shown: boolean
  readonly fixed: boolean
}

/** Over a table: filter, how many rows, which columns, export. */
export function TableTools(props: {
  readonly filter: string
  readonly onFilter: (text: string) => void
  readonly shown: number
  readonly total: number
  /** There are more rows than these, on pages not yet asked for. */
  readonly unfinished: boolean
  readonly columns: readonly ColumnChoice[]
  readonly onColumn: (id: string, shown: boolean) => void
  readonly onExport: () => void
  readonly extra?: ReactNode
}) {
  const t = useText(texts)
  return (
    <div className={`${classes.tools} no-print`}>
      <FilterBox filter={props.filter} onFilter={props.onFilter} />
      <span className={classes.count} role="status">
        {props.shown === props.total
          ? t(props.unfinished ? 'table.rowsSeen' : 'table.rows', { count: props.total })
          : t(props.unfinished ? 'table.rowsOfSeen' : 'table.rowsOf', { shown: props.shown, count: props.total })}
      </span>
      <div className={classes.right}>
        {props.extra}
        <Popover position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <Tooltip label={t('table.columns')}>
              <ActionIcon size="lg" aria-label={t('table.columns')}>
                <ColumnsIcon />
              </ActionIcon>
            </Tooltip>
          </Popover.Target>
          <Popover.Dropdown>
            <div className={classes.choices}>
              {props.columns.map((column) => (
                <Checkbox
                  key={column.id}
                  label={column.title}
                  checked={column.shown}
                  disabled={column.fixed}
                  onChange={(event) => props.onColumn(column.id, event.currentTarget.checked)}
                />
              ))}
            </div>
          </Popover.Dropdown>
        </Popover>
        <Tooltip label={t('table.export')}>
          <ActionIcon size="lg" aria-label={t('table.export')} onClick={props.onExport}>
            <DownloadIcon />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  )
}

/** The field follows the fingers at once; the table and the address follow a moment later. */
function FilterBox({ filter, onFilter }: { readonly filter: string; readonly onFilter: (text: string) => void }) {
  const t = useText(texts)
  const [text, setText] = useState(filter)
  const late = useDeferredValue(text)
  useEffect(() => setText(filter), [filter])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed is handed on
  useEffect(() => {
    if (late === filter) return
    const timer = setTimeout(() => onFilter(late), 120)
    return () => clearTimeout(timer)
  }, [late])
  return (
    <TextInput
      size="sm"
      className={classes.filter ?? ''}
      aria-label={t('table.filter')}
      placeholder={t('table.filter')}
      leftSection={<SearchIcon />}
      rightSection={
        text ? (
          <CloseButton
            size="sm"
            aria-label={t('table.clear')}
            onClick={() => {
              setText('')
              onFilter('')
            }}
          />
        ) : undefined
      }
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
    />
  )
}
