import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import { CheckIcon } from './icons.tsx'
import classes from './wizard.module.css'

/** One step of a longer act. */
export interface WizardStep {
  readonly id: string
  readonly title: string
  readonly content: ReactNode
  /** False: what is asked here is not complete, one cannot go on. */
  readonly ready?: boolean
}

/** What a wizard takes. Keep `step` in the address (`useAddress`), so that the browser's back goes a step back. */
export interface WizardProps {
  readonly steps: readonly WizardStep[]
  readonly step: string
  readonly onStep: (id: string) => void
  /** The button of the last step, saying what will happen. */
  readonly finish: ReactNode
}

/** A longer act in steps: where one is, what was done, what comes; going back loses nothing. */
export function Wizard({ steps, step, onStep, finish }: WizardProps) {
  const t = useText(texts)
  const found = steps.findIndex((one) => one.id === step)
  const at = found < 0 ? 0 : found
  const current = steps[at]
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(at)
  useEffect(() => {
    if (before.current !== at) heading.current?.focus()
    before.current = at
  }, [at])
  if (!current) return null
  const back = steps[at - 1]
  const next = steps[at + 1]
  return (
    <div className={classes.wizard}>
      <ol className={`${classes.steps} no-print`}>
        {steps.map((one, place) => (
          <li key={one.id} aria-current={place === at ? 'step' : undefined} data-done={place < at || undefined}>
            <button type="button" disabled={place >= at} onClick={() => onStep(one.id)}>
              <i>{place < at ? <CheckIcon size="0.9em" /> : place + 1}</i>
              <span>{one.title}</span>
            </button>
          </li>
        ))}
      </ol>
      <h2 ref={heading} tabIndex={-1} className={classes.title}>
        {current.title}
        <em>{t('wizard.step', { step: at + 1, count: steps.length })}</em>
      </h2>
      {current.content}
      <div className={classes.actions}>
        {back ? <Button onClick={() => onStep(back.id)}>{t('wizard.back')}</Button> : <span />}
        {next ? (
          <Button variant="filled" disabled={current.ready === false} onClick={() => onStep(next.id)}>
            {t('wizard.next')}
          </Button>
        ) : (
          finish
        )}
      </div>
    </div>
  )
}
