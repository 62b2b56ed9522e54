import { Button } from '@mantine/core'
import { useState } from 'react'
import { hrefOf, usePageParams } from '#kernel/web/address.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useKnownOn } from '#kernel/web/known-on.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { FigureNote } from '#kernel/web/parts/figure-mark.part.tsx'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { PageHeader, Section } from '#kernel/web/parts/page-header.part.tsx'
import { NotFoundState } from '#kernel/web/parts/states.part.tsx'
import { usePlace } from '#kernel/web/place.ts'
import { unitPath } from '../addresses.rules.ts'
import { card } from '../card/card.contract.ts'
import { StateNotice } from '../card/state-notice.part.tsx'
import { CompareLink } from '../compare/compare-link.part.tsx'
import { DeclareFigureDialog } from '../declare-figure/declare-figure.part.tsx'
import { SeriesPicture } from '../figure-series/series.part.tsx'
import { RecordedAnswer } from '../not-recorded.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { UnitId } from '../words.contract.ts'
import { figures } from './figures.contract.ts'
import classes from './figures.module.css'
import { MeasureTable } from './measure-table.part.tsx'
import { PublishedTable } from './published-table.part.tsx'
import { TypeTable } from './type-table.part.tsx'

/** A unit's figures on a day: by type, by measure beside what documents state, through time, and every published figure. */
export default function FiguresPage() {
  const { unitId } = usePageParams<'unitId'>()
  return UnitId.safeParse(unitId).success ? <UnitFigures unitId={unitId} /> : <NotFoundState />
}

function UnitFigures({ unitId }: { readonly unitId: string }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const { asOf } = useAsOf()
  const { knownOn } = useKnownOn()
  const unit = useAnswer(card, { unitId, asOf, knownOn }, { keep: true })
  const answer = useAnswer(figures, { unitId, asOf, knownOn }, { keep: true })
  const [declaring, setDeclaring] = useState(false)
  const name = unit.data?.now.name ?? t('unit.nameless')
  usePlace({
    where: unit.data ? { id: unitId, name, path: unit.data.path.map((one) => one.name ?? '…') } : undefined,
  })
  const may = !knownOn && (unit.data?.may.includes('structure.declare-figure') ?? false)
  return (
    <>
      <PageHeader
        title={unit.data ? t('figures.titleOf', { name }) : t('page.figures')}
        lead={
          <>
            {t('figures.lead', { date: format.date(asOf) })}{' '}
            <PageLink href={hrefOf(unitPath, { unitId })}>{t('figures.back')}</PageLink>
            {' · '}
            <CompareLink unitId={unitId} as="link" />
          </>
        }
        actions={may ? <Button onClick={() => setDeclaring(true)}>{t('declare.open')}</Button> : undefined}
      />
      {unit.data ? <StateNotice data={unit.data} /> : null}
      <RecordedAnswer of={answer} lines={10}>
        {(data) => (
          <>
            <Section title={t('figures.measures')} note={format.date(data.asOf)}>
              <MeasureTable data={data} />
              {data.measures.some(({ invented }) => invented) ? (
                <FigureNote>{t('figures.inventedNote')}</FigureNote>
              ) : null}
            </Section>
            {knownOn ? (
              <p className={`${classes.onlyNow} soft`}>{t('series.onlyNow')}</p>
            ) : unit.data ? (
              <SeriesPicture unit={unit.data} figures={data} />
            ) : null}
            <Section title={t('figures.byType')} note={format.date(data.asOf)}>
              <TypeTable data={data} />
              {data.byType.some(({ invented }) => invented) ? (
                <FigureNote>{t('figures.inventedNote')}</FigureNote>
              ) : null}
            </Section>
            <Section
              title={t('figures.published')}
              note={t('figures.publishedCount', { count: data.published.length })}
            >
              <PublishedTable data={data} />
              {data.published.some(({ computedInvented }) => computedInvented) ? (
                <FigureNote>{t('figures.inventedNote')}</FigureNote>
              ) : null}
            </Section>
          </>
        )}
      </RecordedAnswer>
      {declaring ? <DeclareFigureDialog unitId={unitId} name={name} onClose={() => setDeclaring(false)} /> : null}
    </>
  )
}
