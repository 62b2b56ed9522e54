import { hrefOf, useAddress, usePageParams } from '#kernel/web/address.ts'
import { daysShown, useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { PageHeader, Section } from '#kernel/web/parts/page-header.part.tsx'
import { Answer, EmptyState, NotFoundState } from '#kernel/web/parts/states.part.tsx'
import { usePlace } from '#kernel/web/place.ts'
import { figuresPath, unitPath } from '../addresses.rules.ts'
import { card } from '../card/card.contract.ts'
import type { Card } from '../card/history.rules.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { UnitId } from '../words.contract.ts'
import { Beside } from './beside.part.tsx'
import { Bridge } from './bridge.part.tsx'
import { compare } from './compare.contract.ts'
import { compareTexts } from './compare.text.ts'
import { CompareDays, useWhyNot } from './compare-days.part.tsx'
import { CompareNotices, CompareSum } from './compare-sum.part.tsx'
import { ComparedActs } from './compared-acts.part.tsx'
import { twoDays } from './days.rules.ts'
import { type Compared, countables } from './sums.rules.ts'
import { TotalsTable } from './totals-table.part.tsx'
import { UnitChanges } from './unit-changes.part.tsx'

/** What stood under a unit on two days, and the acts that made the difference. Both days stand in the address (`?tu=…&den=…`). */
export default function ComparePage() {
  const { unitId } = usePageParams<'unitId'>()
  return UnitId.safeParse(unitId).success ? <TwoDaysOf unitId={unitId} /> : <NotFoundState />
}

function TwoDaysOf({ unitId }: { readonly unitId: string }) {
  const t = useText(compareTexts)
  const s = useText(structureTexts)
  const { asOf, today } = useAsOf()
  const [view, setView] = useAddress({ tu: '', den: '' })
  const days = twoDays(view, asOf, daysShown(today))
  const whyNot = useWhyNot(unitId, days)
  const unit = useAnswer(card, { unitId, asOf: days.until }, { keep: true })
  const answer = useAnswer(
    compare,
    { under: unitId, from: days.from, until: days.until },
    { keep: true, enabled: whyNot === undefined },
  )
  const name = unit.data?.now.name ?? answer.data?.under.name ?? s('unit.nameless')
  usePlace({
    where: unit.data ? { id: unitId, name, path: unit.data.path.map((one) => one.name ?? '…') } : undefined,
  })
  return (
    <>
      <PageHeader
        title={unit.data ? t('title', { name }) : s('page.compare')}
        lead={
          <>
            {t('lead')} <PageLink href={hrefOf(unitPath, { unitId })}>{s('figures.back')}</PageLink>
            {' · '}
            <PageLink href={hrefOf(figuresPath, { unitId })}>{t('figures')}</PageLink>
          </>
        }
      />
      <CompareDays
        unitId={unitId}
        days={days}
        life={unit.data?.life}
        onDays={({ from, until }) => setView({ tu: from, den: until }, { push: true })}
      />
      {whyNot === undefined ? (
        <Answer of={answer} lines={12}>
          {(data) => <Told data={data} life={unit.data?.life} name={name} />}
        </Answer>
      ) : null}
    </>
  )
}

function Told(props: { readonly data: Compared; readonly life: Card['life'] | undefined; readonly name: string }) {
  const t = useText(compareTexts)
  const words = useWords()
  const { data, life, name } = props
  const covered = data.covered.from && data.covered.until
  if (data.totals.length === 0 && data.acts.length === 0)
    return (
      <>
        <CompareNotices data={data} life={life} name={name} nothing />
        <EmptyState title={t(covered ? 'state.nothing' : 'state.noSourceBoth')} detail={t('state.nothingHelp')} />
      </>
    )
  const choices = words.terms ? countables(data, words.terms) : []
  const cells = choices.find(({ types }) =>
    [...types].every((type) => words.terms?.types.some(({ code, isCell }) => code === type && isCell)),
  )
  return (
    <>
      <CompareSum data={data} counted={cells} />
      <CompareNotices data={data} life={life} name={name} />
      <Section title={t('totals.title')}>
        <TotalsTable data={data} />
      </Section>
      {covered ? (
        <Section title={t('bridge.title')}>
          <Bridge data={data} choices={choices} />
        </Section>
      ) : null}
      <ComparedActs data={data} />
      <Beside data={data} name={name} />
      <UnitChanges data={data} />
    </>
  )
}
