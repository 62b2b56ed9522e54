import { Button, Popover } from '@mantine/core'
import { lazy, Suspense, useRef, useState } from 'react'
import { useAsOf } from '../as-of.ts'
import { texts } from '../kernel.text.ts'
import { useAskedKnown, useKnownOn } from '../known-on.ts'
import { useFormats, useText } from '../language.ts'
import { DownIcon } from '../parts/icons.tsx'
import { LoadingState } from '../parts/loading.part.tsx'
import classes from './bar.module.css'

const AsOfPicker = lazy(() => import('../parts/as-of-picker.part.tsx').then((m) => ({ default: m.AsOfPicker })))
const KnownDialog = lazy(() => import('./known-dialog.part.tsx'))

/** *When*: the as-of date, today unless changed; one press leads back to today. Where the page answers it, also until when it was recorded. */
export function When() {
  const t = useText(texts)
  const format = useFormats()
  const { asOf, today, other, setAsOf } = useAsOf()
  const { answers } = useAskedKnown()
  const { knownOn, setKnownOn } = useKnownOn()
  const [opened, setOpened] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  /** The button that opened the dialog went with its box: the focus goes back to the one that opened the box. */
  function close(): void {
    setChoosing(false)
    button.current?.focus()
  }
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
            ref={button}
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
            {answers ? (
              <div className={classes.known}>
                <Button
                  onClick={() => {
                    setOpened(false)
                    setChoosing(true)
                  }}
                >
                  {t('known.open')}
                </Button>
              </div>
            ) : null}
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      {choosing ? (
        <Suspense>
          <KnownDialog
            value={knownOn}
            today={today}
            onClose={close}
            onChoose={(date) => {
              close()
              setKnownOn(date, { replace: knownOn !== undefined })
            }}
          />
        </Suspense>
      ) : null}
      {other ? (
        <button type="button" className={classes.back} onClick={() => setAsOf(null)}>
          {t('when.back')}
        </button>
      ) : null}
    </div>
  )
}
