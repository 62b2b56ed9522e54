import { hrefOf } from '#kernel/web/address.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { FigureMark } from '#kernel/web/parts/figure-mark.part.tsx'
import { unitPath } from '../addresses.rules.ts'
import { structureTexts } from '../structure.text.ts'
import { compareTexts } from './compare.text.ts'
import { useSayCompared } from './say-compared.part.tsx'
import type { BesideRow, Compared } from './sums.rules.ts'

/** Cells of the first day under each direct subordinate, by the tree then and by the tree now, beside each other. */
export function BesideTable(props: {
  readonly data: Compared
  readonly rows: readonly BesideRow[]
  /** Name of the table in the address; it may stand on the page twice. */
  readonly name: string
}) {
  const { data, rows } = props
  const t = useText(compareTexts)
  const s = useText(structureTexts)
  const format = useFormats()
  const say = useSayCompared()
  const figure = (
    id: string,
    title: string,
    of: (row: BesideRow) => number,
    write = format.number,
  ): Column<BesideRow> => ({
    id,
    title,
    kind: 'number',
    width: 7.5,
    value: of,
    cell: (row) => <FigureMark invented={row.invented && of(row) !== 0}>{write(of(row))}</FigureMark>,
    footer: (some) => {
      const sum = some.reduce((all, row) => all + of(row), 0)
      return <FigureMark invented={sum !== 0 && some.some(({ invented }) => invented)}>{write(sum)}</FigureMark>
    },
  })
  const columns: Column<BesideRow>[] = [
    {
      id: 'ten',
      title: t('beside.unit'),
      fixed: true,
      value: ({ unit }) => unit.name ?? s('unit.nameless'),
      footer: () => t('beside.sum'),
    },
    figure('khi-do', t('beside.then', { date: format.date(data.from) }), ({ byTreeThen }) => byTreeThen),
    figure('nay', t('beside.then', { date: format.date(data.until) }), ({ byTreeNow }) => byTreeNow),
    figure('chenh', t('totals.difference'), ({ difference }) => difference, say.signed),
  ]
  return (
    <DataTable
      name={props.name}
      label={t('beside.title')}
      rows={rows}
      rowId={({ unit }) => unit.id}
      columns={columns}
      hrefOf={({ unit, ended }) =>
        unit.name === null ? undefined : hrefOf(unitPath, { unitId: unit.id }, { ngay: ended ? data.from : data.until })
      }
      height="30rem"
    />
  )
}
