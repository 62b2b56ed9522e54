import { Button } from '@mantine/core'
import { addDays, type PlainDate } from '#kernel/contract/dates.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { useSayDate } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { UnitRefs } from '../unit-ref.part.tsx'
import classes from './card.module.css'
import type { Card } from './history.rules.ts'

/** Says honestly when the unit does not live on the day asked, or no source covers the day; and where to look instead. */
export function StateNotice({ data }: { readonly data: Card }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const say = useSayDate()
  const { setAsOf } = useAsOf()
  if (data.state === 'alive') return null
  const day = format.date(data.asOf)
  const { life } = data
  const to = (date: PlainDate) => (
    <Button size="compact-sm" onClick={() => setAsOf(date)}>
      {t('state.lookAt', { date: format.date(date) })}
    </Button>
  )
  if (data.state === 'no_source') {
    return (
      <div className={classes.state} data-state="no_source">
        <p>{t('state.noSourceDay', { date: day })}</p>
      </div>
    )
  }
  if (data.state === 'not_yet') {
    const from = say({ on: life.from, precision: life.fromPrecision })
    return (
      <div className={classes.state}>
        <p>
          {life.fromPrecision === 'unknown'
            ? t('state.notYetUnknown', { date: day })
            : t('state.notYet', { date: day, from })}{' '}
          {data.predecessors.length > 0 ? (
            <>
              {t('state.predecessors')} <UnitRefs units={data.predecessors} />.
            </>
          ) : null}
        </p>
        {to(life.from)}
      </div>
    )
  }
  const until = life.until ?? data.asOf
  return (
    <div className={classes.state}>
      <p>
        {life.untilPrecision === 'unknown'
          ? t('state.endedUnknown', { date: day })
          : t('state.ended', { date: day, until: say({ on: until, precision: life.untilPrecision ?? 'day' }) })}{' '}
        {data.successors.length > 0 ? (
          <>
            {t('state.successors')} <UnitRefs units={data.successors} />.
          </>
        ) : null}
      </p>
      {to(addDays(until, -1))}
    </div>
  )
}
