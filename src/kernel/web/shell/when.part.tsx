import { Popover } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useAsOf } from '../as-of.ts'
import { texts } from '../kernel.text.ts'
import { useFormats, useText } from '../language.ts'
import { DownIcon } from '../parts/icons.tsx'
import { LoadingState } from '../parts/loading.part.tsx'
import classes from './bar.module.css'

const AsOfPicker = lazy(() => import('../parts/as-of-picker.part.tsx').then((m) => ({ default: m.AsOfPicker })))

/** *When*: the as-of date, today unless changed; one press leads back to today. */
export function When() {
  const t = useText(texts)
  const format = useFormats()
  const { asOf, today, other, setAsOf } = useAsOf()
  const [opened, setOpened] = useState(false)
  return (
    <div className={classes.when}>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        width="min(26rem, 94vw)"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <button
            type="button"
            className={classes.whenButton}
            onClick={() => setOpened((was) => !was)}
            aria-label={t('when.label', { date: format.date(asOf) })}
          >
            <small>{t(other ? 'when.at' : 'when.today')}</small>
            <b>{format.date(asOf)}</b>
            <DownIcon size="1em" />
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <Suspense fallback={<LoadingState lines={4} />}>
            <AsOfPicker value={asOf} today={today} onChange={(date) => setAsOf(date, { replace: other })} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      {other ? (
        <button type="button" className={classes.back} onClick={() => setAsOf(null)}>
          {t('when.back')}
        </button>
      ) : null}
    </div>
  )
}
