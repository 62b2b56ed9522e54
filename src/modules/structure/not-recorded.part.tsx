import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { ProblemError } from '#kernel/web/call.ts'
import { useKnownOn } from '#kernel/web/known-on.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { Answer, EmptyState } from '#kernel/web/parts/states.part.tsx'
import { structureTexts } from './structure.text.ts'

/**
 * What was not recorded by the end of a day: any unit standing on the day asked (`none`), this unit standing then (`notThatDay`), or this
 * unit at all (`notThis`). Of those that stood on other days nothing is said.
 */
export function NotRecorded(props: { readonly what: 'none' | 'notThatDay' | 'notThis'; readonly knownOn: PlainDate }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const { asOf } = useAsOf()
  const title = t(`known.${props.what}`, { known: format.date(props.knownOn), date: format.date(asOf) })
  return <EmptyState title={title} detail={t('known.detail')} />
}

/** Whether an answer says that, as known on a day, nobody knew the unit. */
export function isNotRecorded(knownOn: PlainDate | undefined, error: Error | null): boolean {
  return knownOn !== undefined && error instanceof ProblemError && error.problem.kind === 'missing'
}

/** An answer about one unit: that nobody knew it by the day of recording is an answer too, and no error. */
export function RecordedAnswer<T>(props: {
  readonly of: UseQueryResult<T, Error>
  readonly children: (data: T) => ReactNode
  readonly lines: number
}) {
  const { knownOn } = useKnownOn()
  if (knownOn && isNotRecorded(knownOn, props.of.error)) return <NotRecorded what="notThis" knownOn={knownOn} />
  return <Answer {...props} />
}
