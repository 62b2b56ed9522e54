import { useFormats, useText } from '#kernel/web/language.ts'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { FigureMark, FigureNote } from '#kernel/web/parts/figure-mark.part.tsx'
import type { PublishedFigure } from '../figures/figures.contract.ts'
import { ComputedThatDay, NotComputed, PublishedSource, PublishedValue } from '../figures/published.part.tsx'
import { useSayDate } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import type { Series } from './series.rules.ts'

interface Row {
  readonly key: string
  readonly on: string
  readonly said: string
  readonly computed: number | null
  readonly invented: boolean
  readonly figure: PublishedFigure | null
}

/** The series as a table: the computed figure of each day asked, and the published ones on their own days. */
export function SeriesTable({ series }: { readonly series: Series }) {
  const t = useText(structureTexts)
  const say = useSayDate()
  const format = useFormats()
  const rows: Row[] = [
    ...series.points.map(({ on, value, invented }) => ({
      key: on,
      on,
      said: say({ on, precision: 'day' }),
      computed: value,
      invented,
      figure: null,
    })),
    ...series.published.map((figure) => ({
      key: figure.id,
      on: figure.asOf.on,
      said: say(figure.asOf),
      computed: figure.computed,
      invented: figure.computedInvented,
      figure,
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1))
  const columns: Column<Row>[] = [
    {
      id: 'ngay',
      title: t('figures.column.day'),
      kind: 'date',
      width: 11,
      fixed: true,
      value: (row) => row.on,
      cell: (row) => row.said,
    },
    {
      id: 'tinh',
      title: t('figures.column.computed'),
      kind: 'number',
      width: 11,
      value: (row) => row.computed,
      cell: (row) =>
        row.figure ? (
          <ComputedThatDay figure={row.figure} />
        ) : row.computed === null ? (
          <NotComputed measure={series.measure} />
        ) : (
          <FigureMark invented={row.invented}>{format.number(row.computed)}</FigureMark>
        ),
    },
    {
      id: 'cong-bo',
      title: t('figures.column.published'),
      kind: 'number',
      width: 11,
      value: (row) => row.figure?.value,
      cell: (row) => (row.figure ? <PublishedValue figure={row.figure} /> : null),
    },
    {
      id: 'nguon',
      title: t('figures.column.source'),
      value: (row) => row.figure?.source.title.vi,
      cell: (row) => (row.figure ? <PublishedSource figure={row.figure} /> : null),
    },
  ]
  return (
    <>
      <DataTable
        name="theo-nam"
        label={t('series.file')}
        rows={rows}
        rowId={(row) => row.key}
        columns={columns}
        height="28rem"
      />
      {rows.some(({ invented }) => invented) ? <FigureNote>{t('figures.inventedNote')}</FigureNote> : null}
    </>
  )
}
