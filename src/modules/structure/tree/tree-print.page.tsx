import { Button, NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { hrefOf, useAddress, useGo, usePageParams } from '#kernel/web/address.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useKnownOn } from '#kernel/web/known-on.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { FigureMark, FigureNote } from '#kernel/web/parts/figure-mark.part.tsx'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { PrintForm } from '#kernel/web/parts/print-form.part.tsx'
import { Answer, EmptyState, NotFoundState } from '#kernel/web/parts/states.part.tsx'
import { useMay } from '#kernel/web/session.ts'
import { importPath, unitPath } from '../addresses.rules.ts'
import { ExportButtons } from '../export/export-buttons.part.tsx'
import { NotRecorded } from '../not-recorded.part.tsx'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { UnitId } from '../words.contract.ts'
import { tree } from './tree.contract.ts'
import classes from './tree-print.module.css'
import { numbered } from './tree-print.rules.ts'

/** How many levels a list may be asked for (`?cap=2`); empty: all of them. */
const depths = ['1', '2', '3', ''] as const

/** The units below one as a paper: numbered by level, with type and cells. */
export default function TreePrintPage() {
  const { unitId } = usePageParams<'unitId'>()
  return UnitId.safeParse(unitId).success ? <UnitList unitId={unitId} /> : <NotFoundState />
}

function UnitList({ unitId }: { readonly unitId: string }) {
  const t = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const go = useGo()
  const { asOf } = useAsOf()
  const { knownOn } = useKnownOn()
  const [view, setView] = useAddress({ cap: '1' })
  const deep = view.cap === 'het' ? {} : { levels: Number(view.cap) || 1 }
  const answer = useAnswer(tree, { asOf, knownOn, under: unitId, figure: 'cells', ...deep }, { keep: true })
  const units = answer.data?.units
  const rows = useMemo(() => numbered(units ?? []), [units])
  const top = units?.[0]
  const mayImport = useMay('structure.commit-import') && !knownOn
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t('page.list')}
          actions={
            mayImport ? (
              <Button onClick={() => void go(hrefOf(importPath, {}, { 'don-vi': unitId, ngay: '' }))}>
                {t('list.import')}
              </Button>
            ) : undefined
          }
        />
        <ExportButtons unitId={unitId} asOf={asOf} knownOn={knownOn} />
        <NativeSelect
          className={classes.choice}
          label={t('list.levels')}
          value={view.cap}
          data={depths.map((depth) => ({
            value: depth === '' ? 'het' : depth,
            label: depth === '' ? t('list.all') : t('list.depth', { count: Number(depth) }),
          }))}
          onChange={(event) => setView({ cap: event.currentTarget.value })}
        />
      </div>
      <Answer
        of={answer}
        isEmpty={(data) => data.units.length === 0}
        empty={
          knownOn ? (
            <NotRecorded what="notThatDay" knownOn={knownOn} />
          ) : (
            <EmptyState title={t('tree.nothing', { date: format.date(asOf) })} />
          )
        }
      >
        {() => (
          <PrintForm onClose={() => void go(hrefOf(unitPath, { unitId }))}>
            <p className={classes.kind}>{t('list.kind')}</p>
            <p className={classes.about}>{t('list.about', { name: top?.name ?? '', date: format.date(asOf) })}</p>
            {knownOn ? <p className={classes.known}>{t('list.knownOn', { date: format.date(knownOn) })}</p> : null}
            <table className={classes.list} data-deep={rows.some(({ level }) => level > 1) || undefined}>
              <thead>
                <tr>
                  <th>{t('list.number')}</th>
                  <th>{t('list.unit')}</th>
                  <th>{t('list.type')}</th>
                  <th>{t('list.cells')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ unit, number, level }) => (
                  <tr key={unit.id} data-level={level}>
                    <td>{number}</td>
                    <td style={{ paddingLeft: `${0.4 + (level - 1) * 1}rem` }}>{unit.name}</td>
                    <td>{words.shortType(unit.type, asOf)}</td>
                    <td>
                      {unit.figure === null ? (
                        t('figures.noSource')
                      ) : unit.figure > 0 ? (
                        <FigureMark invented={unit.figureInvented}>{format.number(unit.figure)}</FigureMark>
                      ) : (
                        ''
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {rows.some(({ unit }) => unit.figureInvented) ? <FigureNote>{t('figures.inventedNote')}</FigureNote> : null}
            {rows.some(({ unit }) => unit.illustrative) ? <p>{t('list.invented')}</p> : null}
          </PrintForm>
        )}
      </Answer>
    </>
  )
}
