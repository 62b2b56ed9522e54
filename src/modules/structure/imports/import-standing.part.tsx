import { Button } from '@mantine/core'
import type { OutputOf } from '#kernel/contract/contract.ts'
import { hrefOf } from '#kernel/web/address.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useFormats, useLanguage, useText } from '#kernel/web/language.ts'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { Section } from '#kernel/web/parts/page-header.part.tsx'
import { Progress } from '#kernel/web/parts/progress.part.tsx'
import { Answer } from '#kernel/web/parts/states.part.tsx'
import { actPath } from '../addresses.rules.ts'
import { importState } from '../import-state/import-state.contract.ts'
import { structureTexts } from '../structure.text.ts'
import { UnitRef } from '../unit-ref.part.tsx'
import { ImportRows } from './import-rows.part.tsx'
import classes from './imports.module.css'
import { importTexts } from './imports.text.ts'
import { ReadAgain } from './read-again.part.tsx'
import { WriteList } from './write-list.part.tsx'

type State = OutputOf<typeof importState>

/** How often a file that is being read is asked for. */
const askEvery = 700

/** How one list stands: being read, refused as a whole, read row by row, written. */
export function ImportStanding(props: {
  readonly importId: string
  readonly onBegun: (importId: string) => void
  readonly onAnother: () => void
}) {
  const t = useText(importTexts)
  const { importId, onBegun, onAnother } = props
  const first = useAnswer(importState, { importId, limit: 0 })
  const busy = isBusy(first.data)
  const answer = useAnswer(importState, { importId, limit: 0 }, { every: busy ? askEvery : false })
  return (
    <Answer of={answer} lines={6}>
      {(data) => (
        <div className={classes.state}>
          <Standing data={data} />
          {data.state === 'read' || data.state === 'committed' ? (
            <>
              {data.state === 'committed' ? <Written data={data} /> : <WriteList data={data} onAgain={onBegun} />}
              <ImportRows data={data} />
            </>
          ) : null}
          {isBusy(data) ? null : (
            <div className={classes.actions}>
              {data.state === 'failed' ? <ReadAgain data={data} onBegun={onBegun} /> : null}
              <Button onClick={onAnother}>{t('another')}</Button>
            </div>
          )}
        </div>
      )}
    </Answer>
  )
}

function isBusy(data: State | undefined): boolean {
  return data?.state === 'waiting' || data?.state === 'reading'
}

const progress = {
  waiting: 'waiting',
  reading: 'running',
  read: 'done',
  committed: 'done',
  refused: 'failed',
  failed: 'failed',
} as const

function Standing({ data }: { readonly data: State }) {
  const t = useText(importTexts)
  const language = useLanguage()
  const format = useFormats()
  const { counts } = data
  const { kind, symbol, on } = data.decision
  const counted = data.state === 'read' || data.state === 'committed'
  const why = data.refusal ? data.refusal.why[language] : data.state === 'failed' ? t('failed') : null
  const passedOver = data.passedOver.length > 0 ? t('passedOver', { titles: data.passedOver.join(', ') }) : null
  return (
    <>
      <Progress
        title={t('reading', { file: data.file.name })}
        state={progress[data.state]}
        done={data.done}
        {...(data.total === null ? {} : { total: data.total })}
        {...(counted ? { refused: counts.refused } : {})}
        note={
          why || passedOver || data.state === 'read' ? (
            <>
              {data.state === 'read'
                ? `${t('preview', { new: counts.new, changed: counts.changed, same: counts.same })} `
                : null}
              {why}
              {data.refusal?.place && why && !why.includes(data.refusal.place)
                ? ` ${t('place', { place: data.refusal.place })}`
                : null}
              {passedOver}
            </>
          ) : undefined
        }
      />
      <dl className="facts">
        <dt>{t('bring.under')}</dt>
        <dd>
          <UnitRef unit={data.under} />
        </dd>
        <dt>{t('bring.effective')}</dt>
        <dd>{format.date(data.effective)}</dd>
        <dt>{t('decision')}</dt>
        <dd>{[kind, symbol, on && t('decision.on', { date: format.date(on) })].filter(Boolean).join(' ')}</dd>
      </dl>
    </>
  )
}

/** What was written: the acts, each with its own page. */
function Written({ data }: { readonly data: State }) {
  const t = useText(importTexts)
  const s = useText(structureTexts)
  return (
    <Section title={t('written', { new: data.counts.new, changed: data.counts.changed })}>
      <ul role="status" className={classes.acts}>
        {data.acts.map(({ actId, kind, units }) => (
          <li key={actId}>
            <PageLink href={hrefOf(actPath, { actId })}>{s(`act.${kind}`)}</PageLink>
            {' – '}
            {t('written.units', { count: units })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
