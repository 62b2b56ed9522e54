import { addDays, type PlainDate } from '#kernel/contract/dates.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { DateField } from '#kernel/web/parts/date-field.part.tsx'
import { useSession } from '#kernel/web/session.ts'
import { EnteredKind } from '../words.contract.ts'
import { actTexts } from './acts.text.ts'
import classes from './wizard.module.css'
import type { WizardDraft } from './wizard.rules.ts'

/** Which kind of act, and from which day: nine cards with the field's own words. */
export function KindStep(props: {
  readonly draft: WizardDraft
  readonly onKind: (kind: EnteredKind) => void
  readonly onDay: (day: PlainDate | null) => void
}) {
  const t = useText(actTexts)
  const { draft } = props
  return (
    <>
      <fieldset className={classes.kinds}>
        <legend className="unseen">{t('wizard.kind')}</legend>
        {EnteredKind.options.map((kind) => (
          <label key={kind} className={classes.kind}>
            <input
              type="radio"
              name="loai-viec"
              aria-labelledby={`viec-${kind}`}
              aria-describedby={`viec-${kind}-la`}
              checked={draft.kind === kind}
              onChange={() => props.onKind(kind)}
            />
            <b id={`viec-${kind}`}>{t(`kind.${kind}`)}</b>
            <span id={`viec-${kind}-la`}>{t(`about.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className={classes.day}>
        <DateField
          required
          label={t('wizard.effective')}
          description={t('wizard.effective.help')}
          value={draft.effective}
          onChange={props.onDay}
        />
        {draft.effective ? <DayNote effective={draft.effective} /> : null}
      </div>
    </>
  )
}

/** What a day past, today or to come means for the tree. */
function DayNote({ effective }: { readonly effective: PlainDate }) {
  const t = useText(actTexts)
  const format = useFormats()
  const { today } = useSession()
  const which = effective < today ? 'past' : effective > today ? 'future' : 'today'
  return (
    <p className="soft" role="status">
      {t(`wizard.day.${which}`, { date: format.date(effective), before: format.date(addDays(effective, -1)) })}
    </p>
  )
}
