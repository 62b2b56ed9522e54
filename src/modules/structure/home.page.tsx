import { useMediaQuery } from '@mantine/hooks'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { LoadingState } from '#kernel/web/parts/loading.part.tsx'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { EmptyState, ErrorState } from '#kernel/web/parts/states.part.tsx'
import { useSession } from '#kernel/web/session.ts'
import { card } from './card/card.contract.ts'
import { StateNotice } from './card/state-notice.part.tsx'
import classes from './home.module.css'
import { Disagreements } from './home-disagreements.part.tsx'
import { HomeDrafts } from './home-drafts.part.tsx'
import { HomeFigures } from './home-figures.part.tsx'
import { MyUnit } from './home-my-unit.part.tsx'
import { NotLiving } from './home-not-living.part.tsx'
import { DateSlider } from './lineage/date-slider.part.tsx'
import { useHistoryDays } from './lineage/history-days.part.tsx'
import { LineageFrame } from './lineage/lineage-frame.part.tsx'
import { useSayPeriod } from './say.part.tsx'
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
  const away = unit.data?.state === 'not_yet' || unit.data?.state === 'ended' ? unit.data : null
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
      {unit.data?.state === 'no_source' ? <StateNotice data={unit.data} /> : null}
      {first ? mine : null}
      {away ? <NotLiving unit={away} /> : <HomeFigures unitId={unitId} wanted={wanted} />}
      <HomeDrafts />
      <div className={classes.columns}>
        {first ? null : mine}
        <Disagreements unitId={unitId} />
      </div>
      <LineageFrame unitId={unitId} />
    </>
  )
}
