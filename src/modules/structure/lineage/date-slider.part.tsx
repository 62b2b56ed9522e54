import { Button, Slider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { daysShown, useAsOf } from '#kernel/web/as-of.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { DateField } from '#kernel/web/parts/date-field.part.tsx'
import { structureTexts } from '../structure.text.ts'
import classes from './date-slider.module.css'
import { actsAround, type ChangeDay, dayOfYear, labelledYears, marksByYear, sliderYears } from './date-slider.rules.ts'

/** While the slider is dragged, the question follows after so many milliseconds. */
const pause = 140

const none: readonly ChangeDay[] = []

/**
 * Moves the as-of date of the address: by year along the history (marks where something changed), from change to change, or typed to the
 * day. Arrow keys move by a year, Page keys by ten. As long as `days` are not known the track is empty, so that it does not jump.
 */
export function DateSlider(props: { readonly days: readonly ChangeDay[] | undefined }) {
  const days = props.days ?? none
  const t = useText(structureTexts)
  const format = useFormats()
  const { asOf, today, setAsOf } = useAsOf()
  const { first, last } = useMemo(() => sliderYears(days, asOf, today), [days, asOf, today])
  const around = useMemo(() => actsAround(days, asOf), [days, asOf])
  const marks = useMemo(() => marksByYear(days, first, last), [days, first, last])
  const phone = useMediaQuery('(max-width: 47.99em)') ?? false
  const [year, setYear] = useState(Number(asOf.slice(0, 4)))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setYear(Number(asOf.slice(0, 4))), [asOf])
  useEffect(() => () => clearTimeout(timer.current), [])

  function slide(to: number): void {
    setYear(to)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setAsOf(dayOfYear(to, today), { replace: true }), pause)
  }

  function pageByTen(event: KeyboardEvent): void {
    const step = event.key === 'PageDown' ? -10 : event.key === 'PageUp' ? 10 : 0
    if (step === 0) return
    event.preventDefault()
    slide(Math.min(last, Math.max(first, year + step)))
  }

  return (
    <section className={`${classes.slider} sheet no-print`} aria-label={t('slider.label')}>
      <Button
        size="compact-sm"
        aria-label={t('slider.before')}
        className={classes.before ?? ''}
        disabled={around.before === null}
        onClick={() => setAsOf(around.before)}
        title={around.before ? format.date(around.before) : undefined}
      >
        ‹<span className={classes.words}>{`\u00a0${t('slider.before')}`}</span>
      </Button>
      <div className={classes.track}>
        <div className={classes.marks} aria-hidden="true">
          {marks.map(({ year, at, many }) => (
            <i key={year} data-many={many || undefined} style={{ left: `${at * 100}%` }} />
          ))}
        </div>
        {props.days ? (
          <Slider
            min={first}
            max={last}
            value={year}
            onChange={slide}
            label={(at) => at}
            thumbLabel={t('slider.thumb', { date: format.date(asOf) })}
            marks={labelledYears(first, last, phone ? 5 : 9).map((at) => ({ value: at, label: String(at) }))}
            size={4}
            thumbSize={18}
            thumbProps={{ onKeyDown: pageByTen }}
            classNames={{ markLabel: classes.year ?? '', mark: classes.dot ?? '', bar: classes.bar ?? '' }}
          />
        ) : null}
      </div>
      <Button
        size="compact-sm"
        aria-label={t('slider.after')}
        className={classes.after ?? ''}
        disabled={around.after === null}
        onClick={() => setAsOf(around.after)}
        title={around.after ? format.date(around.after) : undefined}
      >
        <span className={classes.words}>{`${t('slider.after')}\u00a0`}</span>›
      </Button>
      <div className={classes.date}>
        <DateField
          label={<span className="unseen">{t('slider.date')}</span>}
          value={asOf}
          min={daysShown(today).first}
          max={daysShown(today).last}
          onChange={(date) => setAsOf(date)}
        />
      </div>
    </section>
  )
}
