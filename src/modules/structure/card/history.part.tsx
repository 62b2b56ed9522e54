import { Fragment } from 'react'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { HistoricalDateText } from '#kernel/web/parts/historical-date.part.tsx'
import { useWords } from '../say.part.tsx'
import { SourceNote } from '../source-note.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { UnitRef, UnitRefs } from '../unit-ref.part.tsx'
import classes from './card.module.css'
import { DecisionText } from './decision.part.tsx'
import type { Card, Change, HistoryLine } from './history.rules.ts'
import { historyOf } from './history.rules.ts'

/** The unit's whole history in order of time, with a line where the as-of date lies. Its days lead there. */
export function History({ data }: { readonly data: Card }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const { asOf } = useAsOf()
  const lines = historyOf(data)
  const cut = lines.findIndex((line) => line.on.on > asOf)
  return (
    <ol className={classes.history}>
      {lines.map((line, at) => (
        <Fragment key={line.key}>
          {at === cut ? <li className={classes.now}>{t('history.now', { date: format.date(asOf) })}</li> : null}
          <Line line={line} later={cut >= 0 && at >= cut} />
        </Fragment>
      ))}
      {cut < 0 ? <li className={classes.now}>{t('history.now', { date: format.date(asOf) })}</li> : null}
    </ol>
  )
}

function Line({ line, later }: { readonly line: HistoryLine; readonly later: boolean }) {
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
      <div>{'fact' in line ? <FactLine line={line} /> : <ActLine line={line} />}</div>
    </li>
  )
}

function FactLine({ line }: { readonly line: Extract<HistoryLine, { fact: unknown }> }) {
  const words = useWords()
  return (
    <>
      <span className="soft">{words.kind('fact', line.fact.kind)}: </span>
      {line.fact.value} <SourceNote source={line.fact.source} />
    </>
  )
}

function ActLine({ line }: { readonly line: Extract<HistoryLine, { act: unknown }> }) {
  const t = useText(structureTexts)
  const words = useWords()
  const { act, role, changes } = line
  const kind = t(`act.${act.kind}`)
  return (
    <>
      <b>
        {role === 'opened' ? t(act.kind === 'record' ? 'history.firstKnown' : 'history.opened') : null}
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
        ) : act.kind === 'record' ? null : (
          <span className="soft">{t('decision.none')} </span>
        )}
        <SourceNote source={act.source} />
      </div>
      {act.note ? <div className={classes.note}>{words.sentence(act.note)}</div> : null}
    </>
  )
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
