import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import { daysShown } from '../as-of.ts'
import { texts } from '../kernel.text.ts'
import { useFormats, useText } from '../language.ts'
import { DateField } from '../parts/date-field.part.tsx'
import { Dialog } from '../parts/dialog.part.tsx'
import classes from './shell.module.css'

/** Chooses the day until which is told what was recorded, or the way back to what stands now (null). */
export default function KnownDialog(props: {
  readonly value: PlainDate | undefined
  readonly today: PlainDate
  readonly onChoose: (date: PlainDate | null) => void
  readonly onClose: () => void
}) {
  const { value, today, onChoose } = props
  const t = useText(texts)
  const format = useFormats()
  const form = useId()
  const [day, setDay] = useState<PlainDate | null>(value ?? null)
  const [sent, setSent] = useState(false)
  const thisYear = Number(today.slice(0, 4))
  return (
    <Dialog
      opened
      title={t('known.choose')}
      onClose={props.onClose}
      actions={
        <>
          {value ? <Button onClick={() => onChoose(null)}>{t('known.now')}</Button> : null}
          <Button type="submit" form={form} variant="filled">
            {t('known.show')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={classes.chooseKnown}
        onSubmit={(event) => {
          event.preventDefault()
          setSent(true)
          if (day) onChoose(day)
        }}
      >
        <p>{t('known.help')}</p>
        <DateField
          inForm
          autofocus
          label={t('known.input')}
          description={t('known.until', { date: format.date(today) })}
          error={sent && day === null ? t('known.wanted') : undefined}
          value={day}
          min={daysShown(today).first}
          max={today}
          onChange={setDay}
        />
        <div>
          {[1, 2, 5].map((back) => (
            <Button key={back} size="xs" onClick={() => setDay(plainDate(`${thisYear - back}-12-31`))}>
              {t('when.yearEnd', { year: String(thisYear - back) })}
            </Button>
          ))}
        </div>
      </form>
    </Dialog>
  )
}
