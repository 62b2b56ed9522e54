import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { HistoricalDate } from '#kernel/contract/dates.ts'
import { hrefOf } from '#kernel/web/address.ts'
import { answerKey, call, useAnswer } from '#kernel/web/client.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { HistoricalDateText } from '#kernel/web/parts/historical-date.part.tsx'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { Section } from '#kernel/web/parts/page-header.part.tsx'
import { EmptyState } from '#kernel/web/parts/states.part.tsx'
import { figuresPath } from './addresses.rules.ts'
import { AgreementChip } from './figures/agreement.part.tsx'
import { figures, type PublishedFigure } from './figures/figures.contract.ts'
import { PublishedSource, PublishedValue } from './figures/published.part.tsx'
import { type Dispute, differences, disputes, spanOf } from './figures/published.rules.ts'
import classes from './home.module.css'
import { lineage } from './lineage/lineage.contract.ts'
import { useWords } from './say.part.tsx'
import { structureTexts } from './structure.text.ts'

/** Forerunners whose figures are looked through as well. */
const mostAsked = 20
/** Differences named here; all of them are on the page of figures. */
const mostNamed = 8

/** What the sources disagree on among themselves, and where a published figure differs from the one computed for its day. */
export function Disagreements({ unitId }: { readonly unitId: string }) {
  const t = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const history = useAnswer(lineage, { unitId, direction: 'back' }).data
  const asked = useMemo(
    () => [...new Set([unitId, ...(history?.units.map(({ id }) => id) ?? [])])].slice(0, mostAsked),
    [unitId, history],
  )
  const all = useQueries({
    queries: asked.map((id) => ({
      queryKey: answerKey(figures, { unitId: id }),
      queryFn: ({ signal }: { signal: AbortSignal }) => call(figures, { unitId: id }, { signal }),
      staleTime: 60_000,
    })),
    combine: gathered,
  })
  const apart = all.found.flatMap((one) => disputes(one.published).map((dispute) => ({ dispute, of: one.unitId })))
  const off = all.found.flatMap((one) => differences(one.published).map((figure) => ({ figure, of: one.unitId })))
  const nameOf = (id: string) =>
    id === unitId ? null : (history?.units.find((unit) => unit.id === id)?.stretches[0]?.name ?? t('unit.nameless'))
  return (
    <Section title={t('home.disagreements')} note={all.ready ? format.number(apart.length + off.length) : undefined}>
      <div className="sheet">
        {all.ready && apart.length + off.length === 0 ? <EmptyState title={t('home.agree')} /> : null}
        <ul className={classes.disputes}>
          {apart.map(({ dispute, of }) => (
            <li key={`${of} ${dispute.key}`}>
              <DisputeLine dispute={dispute} of={nameOf(of)} />
            </li>
          ))}
          {off.slice(0, mostNamed).map(({ figure, of }) => (
            <li key={figure.id}>
              <Subject measure={words.measure(figure.measure)} of={nameOf(of)} on={figure.asOf} />
              <div>
                {t('home.publishedAndComputed', {
                  computed: figure.computed ?? 0,
                  date: format.date(spanOf(figure.asOf).until),
                })}{' '}
                <PublishedValue figure={figure} /> <AgreementChip figure={figure} /> <PublishedSource figure={figure} />
              </div>
            </li>
          ))}
        </ul>
        {off.length > mostNamed ? (
          <p className={classes.links}>
            <PageLink href={hrefOf(figuresPath, { unitId })}>
              {t('home.moreDifferences', { count: off.length - mostNamed })}
            </PageLink>
          </p>
        ) : null}
      </div>
    </Section>
  )
}

function gathered(
  answers: readonly {
    readonly data?: { readonly unitId: string; readonly published: PublishedFigure[] } | undefined
    readonly isPending: boolean
  }[],
) {
  return {
    found: answers.flatMap(({ data }) => (data ? [data] : [])),
    ready: answers.length > 1 && answers.every(({ isPending }) => !isPending),
  }
}

function DisputeLine({ dispute, of }: { readonly dispute: Dispute; readonly of: string | null }) {
  const words = useWords()
  return (
    <>
      <Subject measure={words.measure(dispute.measure)} of={of} on={dispute.on} />
      {dispute.figures.map((figure) => (
        <div key={figure.id}>
          <PublishedValue figure={figure} /> <span className="soft">{words.sentence(figure.source.title)}</span>{' '}
          <PublishedSource figure={figure} />
        </div>
      ))}
    </>
  )
}

/** What is in question: the measure, of which forerunner, on which day. */
function Subject(props: { readonly measure: string; readonly of: string | null; readonly on: HistoricalDate }) {
  return (
    <>
      <b>{props.measure}</b> · {props.of ? `${props.of} · ` : ''}
      <HistoricalDateText date={props.on} />
    </>
  )
}
