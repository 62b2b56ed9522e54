import { useText } from '#kernel/web/language.ts'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { HistoricalDateText } from '#kernel/web/parts/historical-date.part.tsx'
import { EmptyState } from '#kernel/web/parts/states.part.tsx'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { AgreementChip } from './agreement.part.tsx'
import type { PublishedFigure } from './figures.contract.ts'
import { ComputedThatDay, PublishedValue } from './published.part.tsx'
import type { Figures } from './published.rules.ts'
import { PublishedDetail } from './published-detail.part.tsx'

/** Every figure that documents state of the unit, with its own definition and source; a row opens on them. */
export function PublishedTable({ data }: { readonly data: Figures }) {
  const t = useText(structureTexts)
  const words = useWords()
  const columns: Column<PublishedFigure>[] = [
    {
      id: 'ngay',
      title: t('figures.column.day'),
      kind: 'date',
      width: 8.5,
      fixed: true,
      value: (row) => row.asOf.on,
      cell: (row) => <HistoricalDateText date={row.asOf} />,
    },
    { id: 'chi-tieu', title: t('figures.column.measure'), width: 10, value: (row) => words.measure(row.measure) },
    {
      id: 'cong-bo',
      title: t('figures.column.published'),
      kind: 'number',
      width: 7.5,
      value: (row) => row.value,
      cell: (row) => <PublishedValue figure={row} />,
    },
    {
      id: 'tinh',
      title: t('figures.column.computedThatDay'),
      kind: 'number',
      width: 10,
      value: (row) => row.computed,
      cell: (row) => <ComputedThatDay figure={row} />,
    },
    {
      id: 'doi-chieu',
      title: t('figures.column.agreement'),
      width: 11.5,
      value: (row) => row.difference,
      cell: (row) => <AgreementChip figure={row} />,
    },
    {
      id: 'dinh-nghia',
      title: t('figures.column.definition'),
      width: 12,
      value: (row) => words.sentence(row.definition),
    },
    { id: 'nguon', title: t('figures.column.source'), width: 12, value: (row) => words.sentence(row.source.title) },
  ]
  return (
    <DataTable
      name="da-cong-bo"
      label={t('figures.published')}
      rows={data.published}
      rowId={(row) => row.id}
      columns={columns}
      detail={(row) => <PublishedDetail unitId={data.unitId} figure={row} />}
      empty={<EmptyState title={t('figures.nonePublished')} />}
    />
  )
}
