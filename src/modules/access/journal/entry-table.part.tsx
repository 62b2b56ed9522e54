import type { KeyboardEvent } from 'react'
import { useFormats, useLanguage, useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { DownIcon } from '#kernel/web/parts/icons.tsx'
import { EntryDetail } from './entry-detail.part.tsx'
import classes from './entry-table.module.css'
import { actorOf, type Entry } from './entry-words.part.tsx'
import { journalTexts } from './journal.text.ts'

/** The entries as lines that open in place. Arrow keys go from line to line, Enter opens, Escape closes. */
export function EntryTable(props: {
  readonly entries: readonly Entry[]
  readonly opened: number | null
  readonly onOpen: (id: number | null) => void
}) {
  const t = useText(journalTexts)
  return (
    <table className={`sheet ${classes.table}`} aria-label={t('table.label')}>
      <thead className={classes.head}>
        <tr>
          {(['when', 'who', 'what', 'where', 'seal'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {props.entries.map((entry) => {
        const open = entry.id === props.opened
        return (
          <EntryLines key={entry.id} entry={entry} open={open} onToggle={() => props.onOpen(open ? null : entry.id)} />
        )
      })}
    </table>
  )
}

function EntryLines(props: { readonly entry: Entry; readonly open: boolean; readonly onToggle: () => void }) {
  const t = useText(journalTexts)
  const language = useLanguage()
  const format = useFormats()
  const { entry, open, onToggle } = props
  const moment = format.moment(entry.recordedAt)
  const [first, ...others] = entry.units
  return (
    <tbody data-open={open || undefined}>
      <tr className={classes.line} onClick={onToggle}>
        <td className={`${classes.cell} ${classes.when}`}>
          <button
            type="button"
            data-line
            className={classes.toggle}
            aria-expanded={open}
            aria-label={t('row.open', { title: entry.title[language], moment })}
            onClick={(event) => {
              event.stopPropagation()
              onToggle()
            }}
            onKeyDown={(event) => move(event, open ? onToggle : undefined)}
          >
            <DownIcon size="1em" />
            {moment}
          </button>
        </td>
        <td className={classes.cell}>
          <b>{actorOf(entry) ?? t('row.system')}</b>
          {entry.capacity ? <span className={classes.sub}>{entry.capacity[language]}</span> : null}
        </td>
        <td className={`${classes.cell} ${classes.what}`}>{entry.title[language]}</td>
        <td className={classes.cell}>
          {first ? (first.name ?? t('row.restricted')) : null}
          {others.length > 0 ? <span className={classes.sub}>{t('row.more', { count: others.length })}</span> : null}
        </td>
        <td className={`${classes.cell} ${classes.seal}`}>
          {entry.sealed ? <span className="soft small">{t('seal.done')}</span> : <Chip>{t('seal.waiting')}</Chip>}
        </td>
      </tr>
      {open ? (
        <tr className={classes.openedLine}>
          <td className={classes.opened} colSpan={5}>
            <EntryDetail entry={entry} />
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

/** Up and down go to the neighbouring lines. */
function move(event: KeyboardEvent<HTMLButtonElement>, close: (() => void) | undefined): void {
  if (event.key === 'Escape') close?.()
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const lines = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  lines[lines.indexOf(event.currentTarget) + step]?.focus()
}
