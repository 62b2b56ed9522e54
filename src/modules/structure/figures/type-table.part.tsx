import { useFormats, useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { FigureMark } from '#kernel/web/parts/figure-mark.part.tsx'
import { EmptyState } from '#kernel/web/parts/states.part.tsx'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import type { Figures } from './published.rules.ts'

type Row = Figures['byType'][number]

/** Units below by type: standing directly below, and at any depth. */
export function TypeTable({ data }: { readonly data: Figures }) {
  const t = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const order = words.terms?.types.map(({ code }) => code) ?? []
  const rows = [...data.byType].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
  const shown = (value: number | null, invented: boolean) =>
    value === null ? (
      <Chip tone="unsure">{t('figures.noSource')}</Chip>
    ) : (
      <FigureMark invented={invented && value > 0}>{format.number(value)}</FigureMark>
    )
  const sum = (of: 'direct' | 'below') => (rows: readonly Row[]) =>
    shown(
      rows.some((row) => row[of] === null) ? null : rows.reduce((all, row) => all + (row[of] ?? 0), 0),
      rows.some((row) => row.invented),
    )
  const told = data.measures.some(({ computed }) => computed !== null)
  const columns: Column<Row>[] = [
    {
      id: 'loai',
      title: t('figures.column.type'),
      fixed: true,
      width: 15,
      value: (row) => words.type(row.type, data.asOf),
      footer: () => t('figures.total'),
    },
    {
      id: 'truc-thuoc',
      title: t('figures.column.direct'),
      kind: 'number',
      width: 11,
      value: (row) => row.direct,
      cell: (row) => shown(row.direct, row.invented),
      footer: sum('direct'),
    },
    {
      id: 'moi-cap',
      title: t('figures.column.below'),
      kind: 'number',
      width: 11,
      value: (row) => row.below,
      cell: (row) => shown(row.below, row.invented),
      footer: sum('below'),
    },
  ]
  return (
    <DataTable
      name="loai-hinh"
      label={t('figures.byType')}
      rows={rows}
      rowId={(row) => row.type}
      columns={columns}
      empty={<EmptyState title={t(told ? 'figures.noneBelow' : 'home.noSource')} />}
    />
  )
}
