import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { daysShown } from '../as-of.ts'
import { texts } from '../kernel.text.ts'
import { readKnownOn, useAskedKnown, useKnownOn } from '../known-on.ts'
import { useFormats, useText } from '../language.ts'
import { useSession } from '../session.ts'
import { asWritten } from './bad-day.part.tsx'
import classes from './shell.module.css'

/** Why the day that an address named is not asked. */
interface Left {
  readonly written: string
  readonly why: 'noSuchDay' | 'outside' | 'elsewhere'
  /** `elsewhere` is told of one page only. */
  readonly path: string | undefined
}

/**
 * Says as long as it lasts that the page tells what was recorded until a day, with the way back. A day that cannot be asked is taken out of
 * the address and told. So is every day on a page that does not answer the question: such a page shows what stands now, and a band over
 * figures of now that names a day of then would be taken for theirs; and from a page where one writes one must come back to what one wrote.
 */
export function KnownBand() {
  const t = useText(texts)
  const format = useFormats()
  const { today } = useSession()
  const { written, path, answers } = useAskedKnown()
  const { knownOn, setKnownOn } = useKnownOn()
  const [left, setLeft] = useState<Left | null>(null)
  useEffect(() => {
    if (!written) return
    const read = readKnownOn(written, today)
    const why = typeof read !== 'string' ? read.why : answers ? null : 'elsewhere'
    setLeft(why && { written, why, path })
    if (why) setKnownOn(null, { replace: true })
  }, [written, path, answers, today, setKnownOn])
  const told = left && (left.why !== 'elsewhere' || left.path === path) ? left : null
  return (
    <div role="status">
      {knownOn ? (
        <div className={`${classes.banner} ${classes.known} no-print`}>
          <span>
            <b>{t('known.band', { date: format.date(knownOn) })}</b> {t('known.band.detail')}
          </span>
          <Button size="xs" onClick={() => setKnownOn(null)}>
            {t('known.now')}
          </Button>
        </div>
      ) : null}
      {told ? (
        <div className={`${classes.banner} no-print`}>
          <span>
            {t(`known.${told.why}`, {
              written: asWritten(told.written),
              first: format.date(daysShown(today).first),
              last: format.date(today),
            })}
          </span>
          <Button size="xs" onClick={() => setLeft(null)}>
            {t('when.understood')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
