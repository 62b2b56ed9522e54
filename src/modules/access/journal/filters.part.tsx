import { Button, CloseButton } from '@mantine/core'
import { useText } from '#kernel/web/language.ts'
import { UnitPicker } from '#kernel/web/parts/unit-picker.part.tsx'
import { CapabilityChoice } from './capability-choice.part.tsx'
import { type Entry, useSubjectWords } from './entry-words.part.tsx'
import classes from './journal.module.css'
import { journalTexts } from './journal.text.ts'

/** The filters as they stand in the address. */
export interface FilterView {
  readonly viec: string
  readonly 'to-chuc': string
  readonly 'doi-tuong': string
}

/** Which deed, which unit; and, when one came by a link, about which thing. */
export function Filters(props: {
  readonly view: FilterView
  readonly onChange: (change: Partial<FilterView>) => void
  /** The entries shown, which know the names of units. */
  readonly entries: readonly Entry[]
}) {
  const t = useText(journalTexts)
  const { view, onChange, entries } = props
  const subjectInWords = useSubjectWords(entries)
  const unitId = view['to-chuc']
  const subject = view['doi-tuong']
  const unitName = entries.flatMap(({ units }) => units).find(({ id }) => id === unitId)?.name
  const some = view.viec !== '' || unitId !== '' || subject !== ''
  return (
    <search className={classes.filters} aria-label={t('filter.label')}>
      <CapabilityChoice value={view.viec} onChange={(viec) => onChange({ viec })} />
      <UnitPicker
        label={t('filter.unit')}
        value={unitId ? { id: unitId, name: unitName ?? t('filter.unit.chosen'), path: [] } : null}
        onChange={(unit) => onChange({ 'to-chuc': unit?.id ?? '' })}
      />
      {subject ? (
        <p className={classes.subject}>
          {t('filter.subject', { subject: subjectInWords(subject) })}
          <CloseButton size="sm" aria-label={t('filter.subject.drop')} onClick={() => onChange({ 'doi-tuong': '' })} />
        </p>
      ) : null}
      {some ? (
        <Button variant="subtle" color="gray" onClick={() => onChange({ viec: '', 'to-chuc': '', 'doi-tuong': '' })}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </search>
  )
}
