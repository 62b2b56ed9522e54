import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect } from 'react'
import { hrefOf, useAddress, useGo, usePageParams } from '#kernel/web/address.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer, useAskAhead } from '#kernel/web/client.ts'
import { useKnownOn } from '#kernel/web/known-on.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { LoadingState } from '#kernel/web/parts/loading.part.tsx'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { ErrorState, NotFoundState } from '#kernel/web/parts/states.part.tsx'
import { usePlace } from '#kernel/web/place.ts'
import { treePath, unitPath } from '../addresses.rules.ts'
import { card } from '../card/card.contract.ts'
import { UnitCard } from '../card/card.part.tsx'
import { DateSlider } from '../lineage/date-slider.part.tsx'
import { useHistoryDays } from '../lineage/history-days.part.tsx'
import { LineageFrame, useLineageFold } from '../lineage/lineage-frame.part.tsx'
import { isNotRecorded, RecordedAnswer } from '../not-recorded.part.tsx'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { useTopUnit } from '../top-unit.part.tsx'
import { UnitId } from '../words.contract.ts'
import { tree } from './tree.contract.ts'
import classes from './tree.module.css'
import { treeAddress, UnitTree, useTreeInput } from './unit-tree.part.tsx'

/**
 * The whole organisation on a day: its tree, the card of the chosen unit, and its lineage when asked for. `/to-chuc` chooses the top
 * unit; on a phone it shows the tree, and a unit's card is a page of its own.
 */
export default function TreePage() {
  const { unitId } = usePageParams<'unitId'>() as { unitId?: string }
  const narrow = useMediaQuery('(max-width: 61.99em)', undefined, { getInitialValueInEffect: false }) ?? false
  if (unitId === undefined) return narrow ? <Overview /> : <ToTopUnit />
  return UnitId.safeParse(unitId).success ? <Unit unitId={unitId} narrow={narrow} /> : <NotFoundState />
}

/** Wide screens always stand on a unit, so that the tree stays where it is while one looks around. */
function ToTopUnit() {
  const go = useGo()
  const { knownOn } = useKnownOn()
  const top = useTopUnit(knownOn)
  const [view] = useAddress(treeAddress)
  useAskAhead(tree, useTreeInput())
  useEffect(() => {
    if (!top.unitId) return
    void go(hrefOf(unitPath, { unitId: top.unitId }, { so: view.so === 'cells' ? '' : view.so, loai: view.loai }), {
      replace: true,
    })
  }, [go, top.unitId, view])
  if (top.error) return <ErrorState error={top.error} />
  if (top.none) return <WithTree unitId={null} />
  return <LoadingState lines={10} />
}

/** No unit on any day we look at: the empty tree says so. */
function WithTree({ unitId }: { readonly unitId: string | null }) {
  const t = useText(structureTexts)
  return (
    <>
      <PageHeader title={t('page.tree')} />
      <UnitTree selected={unitId} height="calc(100dvh - var(--bar-height) - 18rem)" />
    </>
  )
}

/** The phone's first sight: date, tree, then the picture. */
function Overview() {
  const t = useText(structureTexts)
  const { knownOn } = useKnownOn()
  const top = useTopUnit(knownOn)
  const days = useHistoryDays(top.unitId)
  return (
    <>
      <PageHeader title={t('page.tree')} />
      {top.none ? null : <DateSlider days={days} />}
      <UnitTree selected={null} height="62dvh" />
      <div className={classes.below}>{top.unitId ? <LineageFrame unitId={top.unitId} /> : null}</div>
    </>
  )
}

function Unit({ unitId, narrow }: { readonly unitId: string; readonly narrow: boolean }) {
  const t = useText(structureTexts)
  const { asOf } = useAsOf()
  const { knownOn } = useKnownOn()
  const answer = useAnswer(card, { unitId, asOf, knownOn }, { keep: true })
  const data = answer.data
  const root = data?.path[0]?.id ?? data?.id
  const days = useHistoryDays(root ?? null, data)
  const lineage = useLineageFold('tree')
  usePlace({
    title: data?.now.name ?? undefined,
    where: data
      ? { id: data.id, name: data.now.name ?? t('unit.nameless'), path: data.path.map(({ name }) => name ?? '…') }
      : undefined,
  })
  const absent = isNotRecorded(knownOn, answer.error)
  const slider = absent ? null : <DateSlider days={days} />
  const own = data && data.id !== root && (data.predecessors.length > 0 || data.successors.length > 0)
  const shown = (
    <div className={classes.card} data-waiting={answer.isPlaceholderData || undefined}>
      <RecordedAnswer of={answer} lines={10}>
        {(found) => (
          <UnitCard
            data={found}
            alone={narrow}
            picture={own ? <LineageFrame unitId={found.id} within="card" /> : undefined}
          />
        )}
      </RecordedAnswer>
    </div>
  )
  if (narrow) {
    return (
      <>
        <PageLink href={treePath} className={`${classes.back} no-print`}>
          ‹ {t('page.tree')}
        </PageLink>
        {slider}
        {shown}
        {data && !own && root === data.id ? <LineageFrame unitId={data.id} /> : null}
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={t('page.tree')}
        lead={<Lead unitId={unitId} />}
        actions={
          absent ? undefined : (
            <Button aria-expanded={!lineage.folded} onClick={() => lineage.fold(!lineage.folded)}>
              {t(lineage.folded ? 'lineage.show' : 'lineage.fold')}
            </Button>
          )
        }
      />
      {slider}
      {root ? <LineageFrame unitId={root} by={lineage} /> : null}
      <div className={classes.columns}>
        <div className={`${classes.side} no-print`}>
          <UnitTree selected={unitId} height="calc(100dvh - var(--bar-height) - 17rem)" />
        </div>
        {shown}
      </div>
    </>
  )
}

/** "Ngày 31/12/2010, Đảng bộ … có 60 tổ chức trực thuộc (34 đảng bộ cấp trên cơ sở, 26 đảng bộ cơ sở)." */
function Lead({ unitId }: { readonly unitId: string }) {
  const t = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const { asOf } = useAsOf()
  const { knownOn } = useKnownOn()
  // Stands before the tree on the screen and so asks before it: the card, which is small, need not wait for the whole tree.
  const { data } = useAnswer(card, { unitId, asOf, knownOn }, { keep: true })
  if (!data) return null
  const name = data.now.name ?? t('unit.nameless')
  const date = format.date(data.asOf)
  if (data.state !== 'alive') return t(`lead.${data.state}`, { date, name })
  if (data.direct === null) return t('lead.noSourceBelow', { date, name })
  const whole = data.direct.reduce((sum, { units }) => sum + units, 0)
  if (whole === 0) return t('lead.alone', { date, name, type: words.type(data.now.type, data.asOf) })
  const parts = data.direct.map((counted) => words.count(counted, data.asOf))
  const said = t(data.direct.length === 1 ? 'lead.aliveOne' : 'lead.alive', {
    date,
    name,
    count: whole,
    parts: parts.join(', '),
  })
  return data.directInvented ? t('lead.invented', { said }) : said
}
