import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { useText } from '#kernel/web/language.ts'
import { actTexts } from './acts.text.ts'
import { type Book, typeAbove } from './book.rules.ts'
import type { DraftResult } from './compose.rules.ts'
import { existingResult } from './draft-of.rules.ts'
import { useTypesUnder } from './types.part.tsx'
import { UnitSearch } from './unit-search.part.tsx'
import classes from './wizard.module.css'

/** One unit that goes on: a new one with its name, type and place, or (where the kind lets it) one that stands already. */
export function NewUnitFields(props: {
  readonly number: number | null
  readonly result: DraftResult
  readonly book: Book
  readonly day: PlainDate
  readonly effective: PlainDate
  readonly onChange: (change: Partial<DraftResult>) => void
  readonly onRemove?: (() => void) | undefined
  readonly onReplace?: ((by: DraftResult) => void) | undefined
}) {
  const t = useText(actTexts)
  const { result, book, day, number, onReplace } = props
  const title = t(number === null ? 'result.title' : 'result.titleOf', { number: number ?? 1 })
  return (
    <fieldset className={classes.result}>
      <legend>{title}</legend>
      {result.existing ? (
        <UnitSearch
          book={book}
          day={day}
          required
          label={t('result.existing')}
          value={result.id}
          onChange={(id) => onReplace?.(id === null ? blank() : existingResult(id))}
        />
      ) : (
        <Fields {...props} />
      )}
      <div className={classes.buttons}>
        {onReplace ? (
          <Button size="compact-sm" onClick={() => onReplace(result.existing ? blank() : existingResult(''))}>
            {t(result.existing ? 'result.makeNew' : 'result.takeExisting')}
          </Button>
        ) : null}
        {props.onRemove ? (
          <Button size="compact-sm" onClick={props.onRemove}>
            {t('result.remove')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}

function blank(): DraftResult {
  return { ...existingResult(uuidv7()), existing: false }
}

function Fields(props: Parameters<typeof NewUnitFields>[0]) {
  const t = useText(actTexts)
  const { result, book, day, effective, onChange } = props
  const types = useTypesUnder(typeAbove(book, result), effective)
  return (
    <>
      <TextInput
        required
        label={t('result.name')}
        value={result.name}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <UnitSearch
        book={book}
        day={day}
        label={t('result.superior')}
        description={t('wizard.superior.help')}
        value={result.parentId}
        onChange={(parentId) => onChange({ parentId })}
      />
      <div className={classes.pair}>
        <NativeSelect
          required
          label={t('result.type')}
          value={result.type}
          data={[{ value: '', label: t('result.chooseType') }, ...types(result.type)]}
          onChange={(event) => onChange({ type: event.currentTarget.value })}
        />
        <TextInput
          label={t('result.shortName')}
          value={result.shortName}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => onChange({ shortName: event.currentTarget.value })}
        />
      </div>
    </>
  )
}
