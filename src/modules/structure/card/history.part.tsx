import { Fragment } from 'react'
import { hrefOf } from '#kernel/web/address.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { HistoricalDateText } from '#kernel/web/parts/historical-date.part.tsx'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { actTexts } from '../acts/acts.text.ts'
import { actPath } from '../addresses.rules.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { UnitRef, UnitRefs } from '../unit-ref.part.tsx'
import classes from './card.module.css'
import { DecisionText } from './decision.part.tsx'
import { foundingFact } from './facts.part.tsx'
import type { Card, Change, HistoryLine } from './history.rules.ts'
import { historyOf } from './history.rules.ts'
import { SaidSource } from './said-source.part.tsx'

/** The unit's whole history in order of time, with a line where the as-of date lies. Its days lead there. */
export function History({ data }: { readonly data: Card }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const { asOf } = useAsOf()
  const lines = historyOf(data).toSorted(byDay)
  const founding = foundingFact(data)
  const cut = lines.findIndex((line) => line.on.on > asOf)
  return (
    <ol className={classes.history}>
      {lines.map((line, at) => (
        <Fragment key={line.key}>
          {at === cut ? <li className={classes.now}>{t('history.now', { date: format.date(asOf) })}</li> : null}
          <Line line={line} later={cut >= 0 && at >= cut} founding={founding?.value} />
        </Fragment>
      ))}
      {cut < 0 ? <li className={classes.now}>{t('history.now', { date: format.date(asOf) })}</li> : null}
    </ol>
  )
}

/** What happened "not later than" a day stands before what happened on that day. */
function byDay(a: HistoryLine, b: HistoryLine): number {
  if (a.on.on !== b.on.on) return a.on.on < b.on.on ? -1 : 1
  return Number(b.on.precision === 'not_later') - Number(a.on.precision === 'not_later')
}

function Line(props: {
  readonly line: HistoryLine
  readonly later: boolean
  /** The decision of the founding as a fact tells it. */
  readonly founding: string | undefined
}) {
  const { line, later, founding } = props
  const t = useText(structureTexts)
  const { setAsOf } = useAsOf()
  return (
    <li data-later={later || undefined}>
      {line.on.precision === 'unknown' ? (
        <HistoricalDateText date={line.on} />
      ) : (
        <button type="button" className={classes.day} title={t('history.goTo')} onClick={() => setAsOf(line.on.on)}>
          <HistoricalDateText date={line.on} />
        </button>
      )}
      <div>{'fact' in line ? <FactLine line={line} /> : <ActLine line={line} founding={founding} />}</div>
    </li>
  )
}

function FactLine({ line }: { readonly line: Extract<HistoryLine, { fact: unknown }> }) {
  const words = useWords()
  return (
    <>
      <span className="soft">{words.kind('fact', line.fact.kind)}: </span>
      {line.fact.value} <SaidSource source={line.fact.source} />
    </>
  )
}

function ActLine(props: {
  readonly line: Extract<HistoryLine, { act: unknown }>
  readonly founding: string | undefined
}) {
  const t = useText(structureTexts)
  const words = useWords()
  const { line } = props
  const a = useText(actTexts)
  const { act, role, changes } = line
  const founding = role === 'opened' ? props.founding : undefined
  const kind = t(`act.${act.kind}`)
  return (
    <>
      <b>
        {role === 'opened' ? t(isFirstKnown(act) ? 'history.firstKnown' : 'history.opened') : null}
        {role === 'ended' ? t('history.ended') : null}
        {role === 'received' ? t('history.received') : null}
        {role === 'gave' ? t('history.gave') : null}
        {role === 'changed' && changes.length === 0 ? kind : null}
        {changes.map((change, at) => (
          <Fragment key={change.kind}>
            {at > 0 ? '; ' : ''}
            <ChangeText change={change} />
          </Fragment>
        ))}
      </b>
      {saysMore(line) ? <span className="soft"> · {kind}</span> : null}
      {act.revoked ? (
        <>
          {' '}
          <Chip tone="warn">{a('act.revoked')}</Chip>
        </>
      ) : null}
      {act.from.length > 0 ? (
        <div>
          <span className="soft">{t('history.from')} </span>
          <UnitRefs units={act.from} />
        </div>
      ) : null}
      {act.to.length > 0 ? (
        <div>
          <span className="soft">{t('history.to')} </span>
          <UnitRefs units={act.to} />
        </div>
      ) : null}
      <div>
        {act.decision ? (
          <>
            <DecisionText decision={act.decision} />{' '}
          </>
        ) : founding ? (
          `${founding} `
        ) : act.kind === 'record' ? null : (
          <span className="soft">{t('decision.none')} </span>
        )}
        <SaidSource source={act.source} />{' '}
        {act.kind === 'record' ? null : (
          <PageLink className="no-print" href={hrefOf(actPath, { actId: act.id })}>
            {t('history.openAct')}
          </PageLink>
        )}
      </div>
      {act.note ? <div className={classes.note}>{words.sentence(act.note)}</div> : null}
    </>
  )
}

/** Whether a source is only the first to tell of a unit; what was entered here says when it was set up. */
function isFirstKnown(act: Card['acts'][number]): boolean {
  return act.kind === 'record' && act.source.grade !== 'entered'
}

/** Whether the kind of act tells more than what it did to this unit. */
function saysMore({ act, role, changes }: Extract<HistoryLine, { act: unknown }>): boolean {
  if (act.kind === 'record' || (role === 'changed' && changes.length === 0)) return false
  return !(role === 'opened' && act.kind === 'establish') && !(role === 'ended' && act.kind === 'end')
}

function ChangeText({ change }: { readonly change: Change }) {
  const t = useText(structureTexts)
  const words = useWords()
  if (change.kind === 'name') return t('history.name', { name: change.name ?? t('unit.nameless') })
  if (change.kind === 'type') return t('history.type', { type: words.type(change.type) })
  if (change.kind === 'covered') return t('history.covered')
  if (change.kind === 'uncovered') return t('history.uncovered')
  if (!change.parent) return t('history.noParent')
  return (
    <>
      {t('history.parent')} <UnitRef unit={change.parent} />
    </>
  )
}
