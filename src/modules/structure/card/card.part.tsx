import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { hrefOf, useGo } from '#kernel/web/address.ts'
import { useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { PrintIcon } from '#kernel/web/parts/icons.tsx'
import { figuresPath, listPath } from '../addresses.rules.ts'
import { useSayPeriod, useWords } from '../say.part.tsx'
import { SourceNote } from '../source-note.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { UnitRef, UnitRefs } from '../unit-ref.part.tsx'
import { Belongings } from './belongings.part.tsx'
import classes from './card.module.css'
import { DecisionText } from './decision.part.tsx'
import { FactRows } from './facts.part.tsx'
import { History } from './history.part.tsx'
import { type Card, relationsOf, toldDay } from './history.rules.ts'
import { StateNotice } from './state-notice.part.tsx'

/** A unit's card: what it is on the day asked, what it came from and went on in, and its whole history. */
export function UnitCard(props: {
  readonly data: Card
  readonly picture?: ReactNode
  /** The card is the whole page: its name is the page's heading. */
  readonly alone?: boolean
}) {
  const t = useText(structureTexts)
  const go = useGo()
  const words = useWords()
  const say = useSayPeriod()
  const { data, picture, alone } = props
  const { now } = data
  const Heading = alone ? 'h1' : 'h2'
  return (
    <article className={`${classes.card} sheet`} aria-labelledby="ten-to-chuc">
      <header className={classes.head}>
        <Heading id="ten-to-chuc" tabIndex={-1}>
          {now.name ?? t('unit.nameless')}
        </Heading>
        <p>
          <Chip>{words.type(now.type, toldDay(data))}</Chip>
          {now.illustrative ? <Chip tone="invented">{t('unit.illustrative')}</Chip> : null}
          <span className="soft">{say(data.life)}</span>
        </p>
      </header>
      <StateNotice data={data} />
      <dl className="facts">
        {data.path.length > 0 ? (
          <Row label={t(data.path.length > 1 ? 'card.path' : 'card.parent')}>
            {data.path.map((unit, at) => (
              <span key={unit.id}>
                {at > 0 ? ' › ' : ''}
                <UnitRef unit={unit} />
              </span>
            ))}
          </Row>
        ) : null}
        <Row label={t('card.establishedBy')}>
          {data.establishedBy ? (
            <DecisionText decision={data.establishedBy} />
          ) : (
            <span className="soft">{t('decision.none')}</span>
          )}{' '}
          <OpeningSource data={data} />
        </Row>
        {relationsOf(data).map(({ kind, units }) => (
          <Row key={kind} label={t(`card.${kind}`)}>
            <UnitRefs units={units} />
          </Row>
        ))}
        <Row label={t('card.direct')}>
          <Direct data={data} />
        </Row>
        <FactRows data={data} />
        {data.aliases.length > 0 ? (
          <Row label={t('card.aliases')}>
            {data.aliases.map((alias) => (
              <div key={`${alias.name} ${alias.valid.from}`}>
                {alias.name} <SourceNote source={alias.source} />
              </div>
            ))}
          </Row>
        ) : null}
      </dl>
      <div className={`${classes.actions} no-print`}>
        <Button onClick={() => void go(hrefOf(figuresPath, { unitId: data.id }))}>{t('card.figures')}</Button>
        {data.direct.length > 0 ? (
          <Button onClick={() => void go(hrefOf(listPath, { unitId: data.id }))}>{t('card.list')}</Button>
        ) : null}
        <Button leftSection={<PrintIcon />} onClick={() => window.print()}>
          {t('card.print')}
        </Button>
      </div>
      {picture ? <div className={classes.picture}>{picture}</div> : null}
      <section className={classes.part}>
        <h3>
          {t('card.history')} <span className="soft">{t('card.historyCount', { count: data.acts.length })}</span>
        </h3>
        <History data={data} />
      </section>
      <Belongings data={data} />
    </article>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

function OpeningSource({ data }: { readonly data: Card }) {
  const opening = data.acts.find((act) => act.parts.includes('opened'))
  return opening ? <SourceNote source={opening.source} /> : null
}

/** "61 tổ chức: 34 đảng bộ cấp trên cơ sở, 27 đảng bộ cơ sở". */
function Direct({ data }: { readonly data: Card }) {
  const t = useText(structureTexts)
  const words = useWords()
  const day = toldDay(data)
  const whole = data.direct.reduce((sum, { units }) => sum + units, 0)
  if (data.state !== 'alive')
    return <span className="soft">{t(data.state === 'no_source' ? 'state.noSource' : 'card.noneThatDay')}</span>
  if (whole === 0) return <span className="soft">{t('card.noDirect')}</span>
  const parts = data.direct.map((counted) => words.count(counted, day))
  return data.direct.length === 1 ? parts[0] : t('card.directOf', { count: whole, parts: parts.join(', ') })
}
