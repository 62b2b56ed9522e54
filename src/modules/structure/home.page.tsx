import { useMediaQuery } from '@mantine/hooks'
import { hrefOf } from '#kernel/web/address.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { FigureCard } from '#kernel/web/parts/figure-card.part.tsx'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { LoadingState } from '#kernel/web/parts/loading.part.tsx'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { Answer, EmptyState, ErrorState } from '#kernel/web/parts/states.part.tsx'
import { useSession } from '#kernel/web/session.ts'
import { figuresPath } from './addresses.rules.ts'
import { card } from './card/card.contract.ts'
import { StateNotice } from './card/state-notice.part.tsx'
import { figures } from './figures/figures.contract.ts'
import { PublishedLine, PublishedSource } from './figures/published.part.tsx'
import { type Figures, headline, lastPublished } from './figures/published.rules.ts'
import classes from './home.module.css'
import { Disagreements } from './home-disagreements.part.tsx'
import { MyUnit } from './home-my-unit.part.tsx'
import { DateSlider } from './lineage/date-slider.part.tsx'
import { useHistoryDays } from './lineage/history-days.part.tsx'
import { LineageFrame } from './lineage/lineage-frame.part.tsx'
import { useSayPeriod, useWords } from './say.part.tsx'
import { structureTexts } from './structure.text.ts'
import { useTopUnit } from './top-unit.part.tsx'
import { UnitRef } from './unit-ref.part.tsx'

/** The four figures that an office is asked for all week, where the frame counts them. */
const wanted = ['direct_subordinates', 'grassroots_organisations', 'cells', 'members']

/** The organisation at a glance on a day: its figures beside what documents state, the person's own unit, the history. */
export default function HomePage() {
  const t = useText(structureTexts)
  const top = useTopUnit()
  if (top.none) {
    return (
      <>
        <PageHeader title={t('page.home')} />
        <EmptyState title={t('home.nothing')} detail={t('home.nothing.detail')} />
      </>
    )
  }
  if (top.unitId) return <Overview unitId={top.unitId} />
  return (
    <>
      <PageHeader title={t('page.home')} />
      {top.error ? <ErrorState error={top.error} /> : <LoadingState lines={10} />}
    </>
  )
}

function Overview({ unitId }: { readonly unitId: string }) {
  const t = useText(structureTexts)
  const say = useSayPeriod()
  const { asOf } = useAsOf()
  const session = useSession()
  const phone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false }) ?? false
  const mine = session.organisation ? <MyUnit unitId={session.organisation.id} /> : null
  // On a phone one's own unit comes first, unless it is the whole organisation anyway.
  const first = phone && session.organisation?.id !== unitId
  const unit = useAnswer(card, { unitId, asOf }, { keep: true })
  const counted = useAnswer(figures, { unitId, asOf }, { keep: true })
  const days = useHistoryDays(unitId, unit.data)
  return (
    <>
      <PageHeader
        title={t('page.home')}
        lead={
          unit.data ? (
            <>
              <UnitRef unit={{ id: unitId, name: unit.data.now.name }} />, {say(unit.data.life)}
            </>
          ) : null
        }
      />
      <DateSlider days={days} />
      {unit.data ? <StateNotice data={unit.data} /> : null}
      {first ? mine : null}
      <Answer of={counted} lines={5}>
        {(data) => (
          <div className={classes.figures} data-waiting={counted.isPlaceholderData || undefined}>
            {headline(data.measures, wanted, 4).map(({ measure, computed }) => (
              <Figure key={measure} data={data} measure={measure} computed={computed} />
            ))}
          </div>
        )}
      </Answer>
      <div className={classes.columns}>
        {first ? null : mine}
        <Disagreements unitId={unitId} />
      </div>
      <LineageFrame unitId={unitId} />
    </>
  )
}

/** One figure of the day, with the last published one and how the two stood on its own day. */
function Figure(props: { readonly data: Figures; readonly measure: string; readonly computed: number | null }) {
  const t = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const { data, measure, computed } = props
  const published = lastPublished(data.published, measure, data.asOf)
  const counted = words.terms?.measures.find(({ code }) => code === measure)?.computed !== 'none'
  const through = (
    <PageLink className="small" href={hrefOf(figuresPath, { unitId: data.unitId }, { theo: measure })}>
      {t('home.throughTime')}
    </PageLink>
  )
  if (!counted) {
    const said = published && {
      value: published.value,
      on: published.asOf,
      source: <PublishedSource figure={published} />,
      ...(published.qualifier === 'exact' ? {} : { qualifier: t(`qualifier.${published.qualifier}`) }),
    }
    return (
      <FigureCard
        label={words.measure(measure)}
        computed={null}
        published={said}
        note={t('home.notCounted')}
        action={through}
      />
    )
  }
  return (
    <FigureCard
      label={words.measure(measure)}
      computed={computed}
      note={
        <>
          <span className={classes.line}>
            {computed === null ? t('home.noSource') : t('home.computed', { date: format.date(data.asOf) })}
          </span>
          <span className={classes.line}>
            {published ? <PublishedLine figure={published} /> : t('home.nonePublished')}
          </span>
        </>
      }
      action={through}
    />
  )
}
