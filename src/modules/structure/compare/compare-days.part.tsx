import { Button } from '@mantine/core'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { daysShown, useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useFormats, useLanguage, useText } from '#kernel/web/language.ts'
import { DateField } from '#kernel/web/parts/date-field.part.tsx'
import { sentencesOf } from '#kernel/web/parts/form-issues.ts'
import type { Card } from '../card/history.rules.ts'
import { changeDays } from '../change-days/change-days.contract.ts'
import { compare } from './compare.contract.ts'
import classes from './compare.module.css'
import { compareTexts } from './compare.text.ts'
import { quickDays, type TwoDays } from './days.rules.ts'

/** The contract's own sentence about two days that cannot be compared; nothing where they can. */
export function useWhyNot(unitId: string, { from, until }: TwoDays): string | undefined {
  const language = useLanguage()
  const asked = compare.input.safeParse({ under: unitId, from, until })
  return asked.success ? undefined : Object.values(sentencesOf(asked.error, language))[0]
}

/** The two days, to be typed, picked, swapped or chosen by one press. */
export function CompareDays(props: {
  readonly unitId: string
  readonly days: TwoDays
  readonly life: Card['life'] | undefined
  readonly onDays: (days: { readonly from: PlainDate; readonly until: PlainDate }) => void
}) {
  const t = useText(compareTexts)
  const format = useFormats()
  const { asOf, today } = useAsOf()
  const { unitId, days, life, onDays } = props
  const { from, until, bad } = days
  const shown = daysShown(today)
  const whyNot = useWhyNot(unitId, days)
  const changes = useAnswer(changeDays, { unitId })
  const quick = quickDays({
    until,
    today,
    changes: changes.data?.days.map(({ on }) => on) ?? [],
    founded: life && life.fromPrecision !== 'unknown' ? life.from : null,
    shown,
  })
  return (
    <section className={`${classes.days} sheet`} aria-label={t('days.label')}>
      <div className={classes.field}>
        <DateField
          label={t('days.from')}
          value={from}
          min={shown.first}
          max={shown.last}
          onChange={(day) => day && onDays({ from: day, until })}
        />
      </div>
      <div className={classes.field}>
        <DateField
          label={t('days.until')}
          value={until}
          min={shown.first}
          max={shown.last}
          error={whyNot}
          onChange={(day) => day && onDays({ from, until: day })}
        />
      </div>
      <div className={classes.quick}>
        {whyNot && from > until ? (
          <Button size="compact-sm" onClick={() => onDays({ from: until, until: from })}>
            {t('days.swap')}
          </Button>
        ) : null}
        {quick.map((one) => (
          <Button
            key={one.kind}
            size="compact-sm"
            disabled={one.from === from && one.until === until}
            onClick={() => onDays(one)}
          >
            {t(`quick.${one.kind}`, { date: format.date(one.until) })}
          </Button>
        ))}
      </div>
      {bad.map(({ written, instead }) => (
        <p key={written} className={classes.told} role="status">
          {t('days.bad', { written, date: format.date(instead) })}
        </p>
      ))}
      {until === asOf ? null : <p className={classes.told}>{t('days.own')}</p>}
    </section>
  )
}
