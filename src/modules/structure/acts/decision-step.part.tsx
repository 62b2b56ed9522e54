import { Textarea } from '@mantine/core'
import { useText } from '#kernel/web/language.ts'
import { actTexts } from './acts.text.ts'
import { DecisionFields } from './decision-fields.part.tsx'
import classes from './wizard.module.css'
import type { StepProps } from './wizard.rules.ts'

/** The paper that decides the act, and what else is to be said of it. */
export function DecisionStep({ draft, onChange }: StepProps) {
  const t = useText(actTexts)
  return (
    <div className={classes.narrow}>
      <DecisionFields decision={draft.decision} onChange={(decision) => onChange({ decision })} />
      <Textarea
        label={t('decision.note')}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={2000}
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </div>
  )
}
