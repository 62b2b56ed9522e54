import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#kernel/web/language.ts'
import { useWords } from '../say.part.tsx'
import { actTexts } from './acts.text.ts'
import { pathOf, typeAbove } from './book.rules.ts'
import type { DraftChange } from './compose.rules.ts'
import { useTypesUnder } from './types.part.tsx'
import classes from './wizard.module.css'
import type { StepProps } from './wizard.rules.ts'

const unchanged: DraftChange = { name: '', shortName: null, type: '' }

/** The new name or type of each unit chosen; one type for all of them at once. */
export function ChangeFields(props: StepProps) {
  const { draft, onChange } = props
  const put = (ids: readonly string[], change: Partial<DraftChange>) =>
    onChange({
      changes: {
        ...draft.changes,
        ...Object.fromEntries(ids.map((id) => [id, { ...(draft.changes[id] ?? unchanged), ...change }])),
      },
    })
  return (
    <div className={classes.results}>
      {draft.kind === 'retype' && draft.originals.length > 1 ? (
        <AllTypes {...props} onType={(type) => put(draft.originals, { type })} />
      ) : null}
      {draft.originals.map((id) => (
        <OneChange key={id} {...props} id={id} onPut={(change) => put([id], change)} />
      ))}
    </div>
  )
}

function OneChange(props: StepProps & { readonly id: string; readonly onPut: (change: Partial<DraftChange>) => void }) {
  const t = useText(actTexts)
  const words = useWords()
  const { draft, book, day, id, onPut } = props
  const unit = book.byId.get(id)
  const change = draft.changes[id] ?? unchanged
  const types = useTypesUnder(typeAbove(book, unit), draft.effective!)
  return (
    <fieldset className={classes.result}>
      <legend>{unit?.name ?? id}</legend>
      <p className="soft small">
        {[unit ? words.type(unit.type, day) : '', ...pathOf(book, id)].filter(Boolean).join(' › ')}
      </p>
      {draft.kind === 'retype' ? (
        <NativeSelect
          required
          label={t('change.type')}
          value={change.type}
          data={[
            { value: '', label: t('result.chooseType') },
            ...types(change.type).filter(({ value }) => value !== unit?.type),
          ]}
          onChange={(event) => onPut({ type: event.currentTarget.value })}
        />
      ) : null}
      <div className={classes.pair}>
        <TextInput
          required={draft.kind === 'rename'}
          label={t(draft.kind === 'rename' ? 'change.name' : 'change.nameToo')}
          value={change.name}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => onPut({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('change.shortName')}
          value={change.shortName ?? ''}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => onPut({ shortName: event.currentTarget.value || null })}
        />
      </div>
    </fieldset>
  )
}

/** One type for all: what most elevations are. */
function AllTypes({ draft, book, onType }: StepProps & { readonly onType: (type: string) => void }) {
  const t = useText(actTexts)
  const [type, setType] = useState('')
  const types = useTypesUnder(typeAbove(book, book.byId.get(draft.originals[0] ?? '')), draft.effective!)
  return (
    <div className={classes.all}>
      <NativeSelect
        label={t('change.allTypes')}
        value={type}
        data={[{ value: '', label: t('result.chooseType') }, ...types()]}
        onChange={(event) => setType(event.currentTarget.value)}
      />
      <Button disabled={type === ''} onClick={() => onType(type)}>
        {t('change.applyToAll', { count: draft.originals.length })}
      </Button>
    </div>
  )
}
