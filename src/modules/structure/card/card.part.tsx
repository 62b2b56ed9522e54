import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { hrefOf, useGo } from '#kernel/web/address.ts'
import { useKnownOn } from '#kernel/web/known-on.ts'
import { useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { PrintIcon } from '#kernel/web/parts/icons.tsx'
import { figuresPath, listPath, reorganisePath } from '../addresses.rules.ts'
import { CompareLink } from '../compare/compare-link.part.tsx'
import { useSayPeriod, useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { UnitRef, UnitRefs } from '../unit-ref.part.tsx'
import { Belongings } from './belongings.part.tsx'
import classes from './card.module.css'
import { DecisionText } from './decision.part.tsx'
import { DirectSubordinates } from './direct.part.tsx'
import { FactRows, foundingFact } from './facts.part.tsx'
import { History } from './history.part.tsx'
import { type Card, historyOf, relationsOf, toldDay } from './history.rules.ts'
import { SaidSource, Unconfirmed } from './said-source.part.tsx'
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
  const { knownOn } = useKnownOn()
  // One looks at what was believed; one acts on what is believed now.
  const mayReorganise = data.may.includes('structure.enter-act') && !knownOn
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
          <Unconfirmed source={data.acts.find((act) => act.parts.includes('ended'))?.source} />
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
          <Founding data={data} />
        </Row>
        {relationsOf(data).map(({ kind, units }) => (
          <Row key={kind} label={t(`card.${kind}`)}>
            <UnitRefs units={units} />
          </Row>
        ))}
        <Row label={t('card.direct')}>
          <DirectSubordinates data={data} />
        </Row>
        <FactRows data={data} />
        {data.aliases.length > 0 ? (
          <Row label={t('card.aliases')}>
            {data.aliases.map((alias) => (
              <div key={`${alias.name} ${alias.valid.from}`}>
                {alias.name} <SaidSource source={alias.source} />
              </div>
            ))}
          </Row>
        ) : null}
      </dl>
      <div className={`${classes.actions} no-print`}>
        <Button onClick={() => void go(hrefOf(figuresPath, { unitId: data.id }))}>{t('card.figures')}</Button>
        {data.direct === null || data.direct.length > 0 || data.state === 'ended' ? (
          <CompareLink unitId={data.id} as="button" />
        ) : null}
        {data.direct && data.direct.length > 0 ? (
          <Button onClick={() => void go(hrefOf(listPath, { unitId: data.id }))}>{t('card.list')}</Button>
        ) : null}
        {data.state === 'alive' && mayReorganise ? (
          <Button onClick={() => void go(hrefOf(reorganisePath, {}, { 'don-vi': data.id, ngay: '' }))}>
            {t('page.reorganise')}
          </Button>
        ) : null}
        <Button leftSection={<PrintIcon />} onClick={() => window.print()}>
          {t('card.print')}
        </Button>
      </div>
      {picture ? <div className={classes.picture}>{picture}</div> : null}
      <section className={classes.part}>
        <h3>
          {t('card.history')} <span className="soft">{t('card.historyCount', { count: historyOf(data).length })}</span>
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

/** The decision of the founding: of the act that opened the unit, else as a fact tells it. */
function Founding({ data }: { readonly data: Card }) {
  const t = useText(structureTexts)
  const opening = data.acts.find((act) => act.parts.includes('opened'))
  const fact = foundingFact(data)
  if (fact)
    return (
      <>
        {fact.value} <SaidSource source={fact.source} />
      </>
    )
  return (
    <>
      {data.establishedBy ? (
        <DecisionText decision={data.establishedBy} />
      ) : (
        <span className="soft">{t('decision.none')}</span>
      )}{' '}
      {opening ? <SaidSource source={opening.source} /> : null}
    </>
  )
}
