import { useState } from 'react'
import { setToday } from '#kernel/capabilities/set-today/set-today.contract.ts'
import type { settings } from '#kernel/capabilities/settings/settings.contract.ts'
import type { InputOf, OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { useFormats, useText } from '../../language.ts'
import { DayField } from '../../parts/fields.part.tsx'
import { ContractForm } from '../../parts/form.part.tsx'
import { useContractForm } from '../../parts/use-contract-form.ts'
import classes from './settings.module.css'
import { settingsTexts } from './settings.text.ts'

/** Which day it is here and by which rule; in the demo whoever may sets it for everybody. */
export function BusinessDay(props: { readonly settings: OutputOf<typeof settings>; readonly maySet: boolean }) {
  const t = useText(settingsTexts)
  const format = useFormats()
  const { today, zone, demo } = props.settings
  return (
    <div className={`sheet padded ${classes.day}`}>
      <dl className="facts">
        <dt>{t('day.today')}</dt>
        <dd>{format.date(today)}</dd>
        <dt>{t('day.zone')}</dt>
        <dd>{zone}</dd>
        <dt>{t('day.rule')}</dt>
        <dd>{t(demo ? 'day.rule.demo' : 'day.rule.calendar')}</dd>
      </dl>
      {props.maySet ? <DayForm today={today} /> : null}
    </div>
  )
}

function DayForm({ today }: { readonly today: PlainDate }) {
  const t = useText(settingsTexts)
  const format = useFormats()
  const [done, setDone] = useState<PlainDate | null>(null)
  const form = useContractForm(setToday, {
    initial: { today: today as PlainDate | null },
    input: (values) => values as InputOf<typeof setToday>,
    onDone: (answer) => setDone(answer.today),
  })
  const chosen = form.fields.values.today
  return (
    <>
      <ContractForm form={form} submit={chosen ? t('day.send', { date: format.date(chosen) }) : t('day.send.none')}>
        <DayField form={form} at="today" label={t('day.field')} description={t('day.hint')} required />
      </ContractForm>
      <div role="status">
        {done ? (
          <p style={{ margin: 0, color: 'var(--ok)', fontWeight: 500 }}>{t('day.done', { date: format.date(done) })}</p>
        ) : null}
      </div>
    </>
  )
}
