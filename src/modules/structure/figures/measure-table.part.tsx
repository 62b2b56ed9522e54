import { useFormats, useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { HistoricalDateText } from '#kernel/web/parts/historical-date.part.tsx'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import type { PublishedFigure } from './figures.contract.ts'
import { AgreementChip, PublishedSource, PublishedValue } from './published.part.tsx'
import { type Figures, lastPublished } from './published.rules.ts'

interface Row {
  readonly measure: string
  readonly computed: number | null
  readonly published: PublishedFigure | null
}

/** Measures computed from the tree of the day beside the last figure published up to then. */
export function MeasureTable({ data }: { readonly data: Figures }) {
  const t = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const rows = data.measures.map(
    ({ measure, computed }): Row => ({
      measure,
      computed,
      published: lastPublished(data.published, measure, data.asOf),
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
      width: 8.5,
      value: (row) => row.computed,
      cell: (row) => (row.computed === null ? <Uncounted row={row} /> : format.number(row.computed)),
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
      width: 10,
      value: (row) => row.published?.difference,
      cell: (row) => (row.published ? <AgreementChip figure={row.published} /> : null),
    },
    {
      id: 'nguon',
      title: t('figures.column.source'),
      width: 13,
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

/** Nothing computed: nobody counts this yet, or no source covers the day. */
function Uncounted({ row }: { readonly row: Row }) {
  const t = useText(structureTexts)
  const words = useWords()
  const counted = words.terms?.measures.find(({ code }) => code === row.measure)?.computed !== 'none'
  return counted ? (
    <Chip tone="unsure">{t('figures.noSource')}</Chip>
  ) : (
    <span className="soft">{t('figures.notCounted')}</span>
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
