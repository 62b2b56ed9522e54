import { Checkbox, TextInput } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { useText } from '#kernel/web/language.ts'
import { SearchIcon } from '#kernel/web/parts/icons.tsx'
import { useWords } from '../say.part.tsx'
import { actTexts } from './acts.text.ts'
import classes from './allocation.module.css'
import { AllocationMover } from './allocation-mover.part.tsx'
import type { BookUnit } from './book.rules.ts'
import type { Target } from './targets.rules.ts'

/** The units to allocate: ticked and moved in bulk, or dragged onto a target. Only what is visible exists: thousands are no burden. */
export function AllocationList(props: {
  readonly rows: readonly BookUnit[]
  readonly total: number
  readonly day: PlainDate
  readonly targets: readonly Target[]
  readonly allocation: Readonly<Record<string, string>>
  /** Who is not allocated stays where it is, and is not left over. */
  readonly stays: boolean
  readonly checked: ReadonlySet<string>
  readonly onChecked: (checked: ReadonlySet<string>) => void
  readonly text: string
  readonly onText: (text: string) => void
  readonly onMove: (ids: readonly string[], to: string | null) => void
}) {
  const t = useText(actTexts)
  const words = useWords()
  const { rows, day, targets, allocation, checked, onChecked } = props
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 44,
    getItemKey: (at) => rows[at]?.id ?? at,
    overscan: 10,
  })
  const names = new Map(targets.map(({ id, name }) => [id, name]))
  const all = rows.length > 0 && rows.every(({ id }) => checked.has(id))
  const tick = (ids: readonly string[], to: boolean) => {
    const next = new Set(checked)
    for (const id of ids) {
      if (to) next.add(id)
      else next.delete(id)
    }
    onChecked(next)
  }
  return (
    <section className={`${classes.list} sheet`} aria-label={t('allocation.units')}>
      <div className={classes.tools}>
        <TextInput
          size="sm"
          aria-label={t('allocation.search')}
          placeholder={t('allocation.search')}
          leftSection={<SearchIcon />}
          value={props.text}
          autoComplete="off"
          onChange={(event) => props.onText(event.currentTarget.value)}
        />
        <Checkbox
          label={t('allocation.all', { count: rows.length })}
          checked={all}
          indeterminate={!all && rows.some(({ id }) => checked.has(id))}
          disabled={rows.length === 0}
          onChange={() =>
            tick(
              rows.map(({ id }) => id),
              !all,
            )
          }
        />
      </div>
      <AllocationMover
        targets={targets}
        stays={props.stays}
        count={checked.size}
        onMove={(to) => props.onMove([...checked], to)}
      />
      <div ref={box} className={classes.box}>
        <ul className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const unit = rows[item.index]
            if (!unit) return null
            const to = allocation[unit.id]
            return (
              <li
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                style={{ transform: `translateY(${item.start}px)` }}
                draggable
                onDragStart={(event) => {
                  const ids = checked.has(unit.id) ? [...checked] : [unit.id]
                  event.dataTransfer.setData('text/plain', ids.join(' '))
                  event.dataTransfer.effectAllowed = 'move'
                }}
              >
                <label>
                  <input
                    type="checkbox"
                    checked={checked.has(unit.id)}
                    onChange={(event) => tick([unit.id], event.currentTarget.checked)}
                  />
                  <span>
                    {unit.name} <span className="soft">· {words.shortType(unit.type, day)}</span>
                    <small data-left={(!to && !props.stays) || undefined}>
                      {to ? `→ ${names.get(to) ?? ''}` : t(props.stays ? 'allocation.stays' : 'allocation.notYet')}
                    </small>
                  </span>
                </label>
              </li>
            )
          })}
        </ul>
        {rows.length === 0 ? <p className={classes.nobody}>{t('allocation.nobody')}</p> : null}
      </div>
    </section>
  )
}
