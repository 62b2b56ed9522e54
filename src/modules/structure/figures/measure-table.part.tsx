import { useFormats, useText } from '#kernel/web/language.ts'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { FigureMark } from '#kernel/web/parts/figure-mark.part.tsx'
import { HistoricalDateText } from '#kernel/web/parts/historical-date.part.tsx'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { AgreementBeside } from './agreement.part.tsx'
import type { PublishedFigure } from './figures.contract.ts'
import { NotComputed, PublishedSource, PublishedValue } from './published.part.tsx'
import { bestPublished, type Figures } from './published.rules.ts'

interface Row {
  readonly measure: string
  readonly computed: number | null
  readonly invented: boolean
  readonly published: PublishedFigure | null
}

/** Measures computed from the tree of the day beside the published figure that fits the day best. */
export function MeasureTable({ data }: { readonly data: Figures }) {
  const t = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const rows = data.measures.map(
    ({ measure, computed, invented }): Row => ({
      measure,
      computed,
      invented,
      published: bestPublished(data.published, measure, data.asOf),
    }),
  )
  const columns: Column<Row>[] = [
    {
      id: 'chi-tieu',
      title: t('figures.column.measure'),
      fixed: true,
      width: 15,
      value: (row) => words.measure(row.measure),
    },
    {
      id: 'tinh',
      title: t('figures.column.computed'),
      kind: 'number',
      width: 10,
      value: (row) => row.computed,
      cell: (row) =>
        row.computed === null ? (
          <NotComputed measure={row.measure} />
        ) : (
          <FigureMark invented={row.invented}>{format.number(row.computed)}</FigureMark>
        ),
    },
    {
      id: 'cong-bo',
      title: t('figures.column.published'),
      kind: 'number',
      width: 9,
      value: (row) => row.published?.value,
      cell: (row) =>
        row.published ? <PublishedValue figure={row.published} /> : <span className="soft">{t('figures.none')}</span>,
    },
    {
      id: 'ngay',
      title: t('figures.column.day'),
      kind: 'date',
      width: 9,
      value: (row) => row.published?.asOf.on,
      cell: (row) => (row.published ? <HistoricalDateText date={row.published.asOf} /> : null),
    },
    {
      id: 'doi-chieu',
      title: t('figures.column.agreement'),
      width: 17,
      value: (row) => row.published?.difference,
      cell: (row) => (row.published ? <AgreementBeside figure={row.published} on={data.asOf} /> : null),
    },
    {
      id: 'nguon',
      title: t('figures.column.source'),
      width: 9.5,
      value: (row) => (row.published ? words.sentence(row.published.source.title) : ''),
      cell: (row) => (row.published ? <PublishedSource figure={row.published} /> : null),
    },
  ]
  return (
    <DataTable
      name="chi-tieu"
      label={t('figures.measures')}
      rows={rows}
      rowId={(row) => row.measure}
      columns={columns}
      detail={(row) => <MeasureDetail row={row} />}
    />
  )
}

function MeasureDetail({ row }: { readonly row: Row }) {
  const t = useText(structureTexts)
  const words = useWords()
  return (
    <div>
      <div className="soft small">{t('figures.howComputed')}</div>
      <div>{words.measureDefinition(row.measure)}</div>
      {row.published ? (
        <>
          <div className="soft small">{t('figures.howPublished')}</div>
          <div>
            {words.sentence(row.published.definition)} ({words.sentence(row.published.source.title)})
          </div>
        </>
      ) : null}
    </div>
  )
}
