import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { useFormats, useText } from '#kernel/web/language.ts'
import { Tree } from '#kernel/web/parts/tree.part.tsx'
import { useWords } from '../say.part.tsx'
import { actTexts } from './acts.text.ts'
import { ChosenUnits } from './chosen-units.part.tsx'
import { UnitSearch } from './unit-search.part.tsx'
import classes from './wizard.module.css'
import type { StepProps } from './wizard.rules.ts'

/** Which units the act is about: on the tree, by search, or all that stand directly under one. */
export function UnitsStep(props: StepProps) {
  const t = useText(actTexts)
  const { draft, onChange, book, day } = props
  if (draft.kind === 'establish') {
    return (
      <div className={classes.narrow}>
        <UnitSearch
          book={book}
          day={day}
          label={t('wizard.superior')}
          description={t('wizard.superior.help')}
          value={draft.receiver}
          onChange={(receiver) => onChange({ receiver, results: [], allocation: {} })}
        />
      </div>
    )
  }
  return <Choosing {...props} />
}

function Choosing({ draft, onChange, book, day }: StepProps) {
  const t = useText(actTexts)
  const words = useWords()
  const format = useFormats()
  // A phone's line has room for the name alone; the type stands beside what is chosen.
  const narrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false }) ?? false
  const nodes = useMemo(
    () =>
      book.units.map(({ id, parentId, name, type }) => ({
        id,
        parentId,
        name,
        figure: narrow || !words.terms ? undefined : words.shortType(type, day),
      })),
    [book, words, day, narrow],
  )
  const checked = useMemo(() => new Set(draft.originals), [draft.originals])
  // A division has one original: choosing another takes its place.
  const single = draft.kind === 'divide'
  const add = (ids: readonly string[]) =>
    onChange({ originals: single ? ids.slice(0, 1) : [...new Set([...draft.originals, ...ids])] })
  const remove = (id: string) => onChange({ originals: draft.originals.filter((one) => one !== id) })
  return (
    <div className={classes.choosing}>
      <div>
        <AddUnits book={book} day={day} single={single} onAdd={add} />
        <Tree
          nodes={nodes}
          label={t('wizard.tree', { date: format.date(day) })}
          figureLabel={t('wizard.tree', { date: format.date(day) })}
          height="min(26rem, 52dvh)"
          checked={checked}
          onCheck={(node, to) => (to ? add([node.id]) : remove(node.id))}
        />
      </div>
      <ChosenUnits
        book={book}
        day={day}
        kind={draft.kind!}
        ids={draft.originals}
        onRemove={remove}
        onClear={() => onChange({ originals: [] })}
      />
    </div>
  )
}

/** Finds a unit and takes it, or all that stand directly under it. */
function AddUnits(
  props: Pick<StepProps, 'book' | 'day'> & {
    readonly single: boolean
    readonly onAdd: (ids: readonly string[]) => void
  },
) {
  const t = useText(actTexts)
  const { book, day, single, onAdd } = props
  const [found, setFound] = useState<string | null>(null)
  const below = found === null ? [] : (book.children.get(found) ?? [])
  const take = (ids: readonly string[]) => {
    onAdd(ids)
    setFound(null)
  }
  return (
    <div className={classes.add}>
      <UnitSearch book={book} day={day} label={t('wizard.find')} value={found} onChange={setFound} />
      {found === null ? null : (
        <div className={classes.buttons}>
          <Button size="sm" onClick={() => take([found])}>
            {t('wizard.take')}
          </Button>
          {below.length > 0 && !single ? (
            <Button size="sm" onClick={() => take(below.map(({ id }) => id))}>
              {t('wizard.takeBelow', { count: below.length })}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  )
}
