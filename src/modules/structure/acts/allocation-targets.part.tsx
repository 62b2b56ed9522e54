import { useState } from 'react'
import { useFormats, useText } from '#kernel/web/language.ts'
import { actTexts } from './acts.text.ts'
import classes from './allocation.module.css'
import type { BookUnit } from './book.rules.ts'
import { endsOriginals } from './compose.rules.ts'
import type { Shown, Target } from './targets.rules.ts'
import { UnitSearch } from './unit-search.part.tsx'
import type { StepProps } from './wizard.rules.ts'

/** The places to which units go, each with how many: one drops them here, or presses one to see who goes there. */
export function AllocationTargets(
  props: StepProps & {
    readonly units: readonly BookUnit[]
    readonly targets: readonly Target[]
    readonly shown: Shown
    readonly onShown: (shown: Shown) => void
    readonly onMove: (ids: readonly string[], to: string | null) => void
    readonly onAdd: (id: string) => void
  },
) {
  const t = useText(actTexts)
  const { draft, units, targets, onMove } = props
  const counts = new Map<string, number>()
  for (const { id } of units) {
    const to = draft.allocation[id] ?? ''
    counts.set(to, (counts.get(to) ?? 0) + 1)
  }
  const stays = draft.kind !== null && !endsOriginals(draft.kind)
  const place = { shown: props.shown, onShown: props.onShown }
  return (
    <section className={classes.targets} aria-label={t('allocation.targets')}>
      <Place {...place} id="all" name={t('allocation.everybody')} count={units.length} />
      <Place
        {...place}
        id="left"
        name={t(stays ? 'allocation.stays' : 'allocation.notYet')}
        count={counts.get('') ?? 0}
        onDrop={(ids) => onMove(ids, null)}
      />
      {targets.map(({ id, name }) => (
        <Place {...place} key={id} id={id} name={name} count={counts.get(id) ?? 0} onDrop={(ids) => onMove(ids, id)} />
      ))}
      {draft.kind === 'establish' ? null : (
        <UnitSearch
          book={props.book}
          day={props.day}
          label={t('allocation.addTarget')}
          value={null}
          onChange={(id) => id !== null && props.onAdd(id)}
        />
      )}
      <p className={`${classes.hint} soft small`}>{t('allocation.hint')}</p>
    </section>
  )
}

function Place(props: {
  readonly id: Shown
  readonly name: string
  readonly count: number
  readonly shown: Shown
  readonly onShown: (shown: Shown) => void
  readonly onDrop?: (ids: readonly string[]) => void
}) {
  const format = useFormats()
  const [over, setOver] = useState(false)
  const { onDrop } = props
  return (
    <button
      type="button"
      className={classes.target}
      aria-pressed={props.shown === props.id}
      data-over={over || undefined}
      onClick={() => props.onShown(props.id)}
      {...(onDrop
        ? {
            onDragOver: (event) => {
              event.preventDefault()
              setOver(true)
            },
            onDragLeave: () => setOver(false),
            onDrop: (event) => {
              event.preventDefault()
              setOver(false)
              onDrop(event.dataTransfer.getData('text/plain').split(' ').filter(Boolean))
            },
          }
        : {})}
    >
      <span>{props.name}</span>
      <b>{format.number(props.count)}</b>
    </button>
  )
}
