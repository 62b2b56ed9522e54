import { Autocomplete, TextInput } from '@mantine/core'
import { useText } from '#kernel/web/language.ts'
import { DateField } from '#kernel/web/parts/date-field.part.tsx'
import { actTexts } from './acts.text.ts'
import type { ActDraft } from './compose.rules.ts'
import classes from './wizard.module.css'

/** A paper as it is typed. */
export type TypedDecision = ActDraft['decision']

/** The papers by which organisation is decided, as they are called; any other can be typed. */
const kinds = ['Quyết định', 'Nghị quyết', 'Kết luận', 'Thông báo']

/** The paper that decides: its kind, symbol as written, day and organ. */
export function DecisionFields(props: {
  readonly decision: TypedDecision
  readonly onChange: (decision: TypedDecision) => void
  readonly floating?: boolean
}) {
  const t = useText(actTexts)
  const { decision, onChange } = props
  return (
    <>
      <div className={classes.pair}>
        <Autocomplete
          required
          label={t('decision.kind')}
          data={kinds}
          value={decision.kind}
          maxLength={100}
          onChange={(kind) => onChange({ ...decision, kind })}
        />
        <TextInput
          label={t('decision.symbol')}
          description={t('decision.symbol.help')}
          value={decision.symbol}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => onChange({ ...decision, symbol: event.currentTarget.value })}
        />
      </div>
      <div className={classes.pair}>
        <DateField
          label={t('decision.on')}
          value={decision.on}
          floating={props.floating ?? false}
          onChange={(on) => onChange({ ...decision, on })}
        />
        <TextInput
          label={t('decision.organ')}
          description={t('decision.organ.help')}
          value={decision.organ}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => onChange({ ...decision, organ: event.currentTarget.value })}
        />
      </div>
    </>
  )
}
