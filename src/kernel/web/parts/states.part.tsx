import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ErrorComponentProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ProblemError } from '../call.ts'
import { ConnectionLost } from '../connection.ts'
import { texts } from '../kernel.text.ts'
import { useLanguage, useText } from '../language.ts'
import { titleOfCapability } from '../modules.ts'
import { LoadingState } from './loading.part.tsx'
import { MissingRight } from './missing-right.part.tsx'
import classes from './states.module.css'

/** What is said where there is nothing: empty is a good state and says so, with the next step if there is one. */
export function EmptyState(props: {
  readonly title?: string
  readonly detail?: ReactNode
  readonly action?: ReactNode
}) {
  const t = useText(texts)
  return (
    <div className={`${classes.state} ${classes.boxed}`}>
      <h3>{props.title ?? t('state.empty')}</h3>
      {props.detail ? <p>{props.detail}</p> : null}
      {props.action ? <div className={classes.actions}>{props.action}</div> : null}
    </div>
  )
}

/** What went wrong, where, and what to do: the problem's own sentence, its issues, the right that was wanted. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useText(texts)
  const language = useLanguage()
  const problem = error instanceof ProblemError ? error.problem : undefined
  const lost = error instanceof ConnectionLost
  const sentence = problem ? problem.sentence[language] : t(lost ? 'state.error.lost' : 'state.error.own')
  const wanted = problem?.wanted ? titleOfCapability(problem.wanted.verb, language) : undefined
  const code = problem ? problem.code : error instanceof Error ? error.name : ''
  return (
    <div className={classes.error} role="alert">
      <h2>{t('state.error.title')}</h2>
      <p>{sentence}</p>
      {problem?.issues?.length ? (
        <ul>
          {problem.issues.map((issue) => (
            <li key={issue.at + issue.why.vi}>{issue.why[language]}</li>
          ))}
        </ul>
      ) : null}
      {wanted ? <p>{t('state.error.wanted', { title: wanted })}</p> : null}
      {problem?.wanted?.roles ? <MissingRight wanted={problem.wanted} /> : null}
      <div className={classes.actions}>
        {onRetry ? (
          <Button size="xs" onClick={onRetry}>
            {t('state.error.retry')}
          </Button>
        ) : null}
        {(!problem && !lost) || problem?.kind === 'failed' ? (
          <>
            <Button size="xs" onClick={() => location.reload()}>
              {t('state.error.reload')}
            </Button>
            <span className={classes.code}>{t('state.error.code', { code: problem?.instance ?? code })}</span>
          </>
        ) : null}
      </div>
    </div>
  )
}

/** Shows an answer in its four states: not yet (nothing under 200 ms), refused, empty, here. */
export function Answer<T>(props: {
  readonly of: UseQueryResult<T, Error>
  readonly children: (data: T) => ReactNode
  /** When true for the data, `empty` is shown instead. */
  readonly isEmpty?: (data: T) => boolean
  readonly empty?: ReactNode
  readonly lines?: number
}) {
  const { of: answer, children, isEmpty, empty, lines = 6 } = props
  if (answer.data !== undefined) {
    if (isEmpty?.(answer.data)) return <>{empty ?? <EmptyState />}</>
    return (
      <>
        {answer.error ? <ErrorState error={answer.error} onRetry={() => void answer.refetch()} /> : null}
        {children(answer.data)}
      </>
    )
  }
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  return <LoadingState lines={lines} />
}

/** A screen that broke. */
export function ThrownState({ error }: ErrorComponentProps) {
  return <ErrorState error={error} />
}

/** An address that leads nowhere. */
export function NotFoundState() {
  const t = useText(texts)
  return (
    <div className={classes.state}>
      <h1 tabIndex={-1}>{t('state.notFound.title')}</h1>
      <p>{t('state.notFound.detail')}</p>
      <Button component="a" href="/">
        {t('state.home')}
      </Button>
    </div>
  )
}

/** A page without the right to it. */
export function NotAllowedState({ detail }: { readonly detail: string }) {
  const t = useText(texts)
  return (
    <div className={classes.state}>
      <h1 tabIndex={-1}>{t('state.notAllowed.title')}</h1>
      <p>{detail}</p>
      <Button component="a" href="/">
        {t('state.home')}
      </Button>
    </div>
  )
}
