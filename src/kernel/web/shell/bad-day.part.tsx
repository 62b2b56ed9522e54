import { Button } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { formatDate, type PlainDate } from '#kernel/contract/dates.ts'
import { asOfKey, daysShown, readAsOf, useAsOf } from '../as-of.ts'
import { texts } from '../kernel.text.ts'
import { useFormats, useText } from '../language.ts'
import classes from './shell.module.css'

interface Bad {
  readonly written: string
  readonly why: 'noSuchDay' | 'outside'
}

/** An address that asks for a day that cannot be shown is put right, and a notice says so until it was read or another day is chosen. */
export function BadDay() {
  const t = useText(texts)
  const format = useFormats()
  const { asOf, today, setAsOf } = useAsOf()
  const written = useLocation({ select: (at) => (at.search as Record<string, string>)[asOfKey] })
  const [bad, setBad] = useState<Bad | null>(null)
  useEffect(() => {
    if (!written) return
    const read = readAsOf(written, today)
    setBad(typeof read === 'string' ? null : { written, why: read.why })
    if (typeof read !== 'string') setAsOf(null, { replace: true })
  }, [written, today, setAsOf])
  const { first, last } = daysShown(today)
  return (
    <div role="status">
      {bad ? (
        <div className={`${classes.banner} no-print`}>
          <span>
            {t(`when.${bad.why}`, {
              written: asWritten(bad.written),
              first: format.date(first),
              last: format.date(last),
              date: format.date(asOf),
            })}
          </span>
          <Button size="xs" onClick={() => setBad(null)}>
            {t('when.understood')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** A day in the order of an office, whether the calendar knows it or not; anything else as it stands in the address, not endlessly. */
export function asWritten(written: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(written) ? formatDate(written as PlainDate) : written.slice(0, 40)
}
