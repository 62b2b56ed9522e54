import { useFormats, useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { FigureMark, FigureNote } from '#kernel/web/parts/figure-mark.part.tsx'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import classes from './compare.module.css'
import { compareTexts } from './compare.text.ts'
import { useSayCompared } from './say-compared.part.tsx'
import { type Compared, type TypeSum, typeSums } from './sums.rules.ts'

/** How many of each type on both days, what came and went in between, and the difference. */
export function TotalsTable({ data }: { readonly data: Compared }) {
  const t = useText(compareTexts)
  const s = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const say = useSayCompared()
  const { covered } = data
  const rows = typeSums(data, words.terms?.types.map(({ code }) => code) ?? [])
  const both = covered.from && covered.until
  const shown = (value: number, invented: boolean, told = true, write = format.number) =>
    told ? (
      <FigureMark invented={invented && value !== 0}>{write(value)}</FigureMark>
    ) : (
      <Chip tone="unsure">{t('noSource')}</Chip>
    )
  const sum = (some: readonly TypeSum[], of: (row: TypeSum) => number) => some.reduce((all, row) => all + of(row), 0)
  const figure = (
    id: string,
    title: string,
    of: (row: TypeSum) => number,
    told = true,
    write = format.number,
  ): Column<TypeSum> => ({
    id,
    title,
    kind: 'number',
    width: 7.25,
    value: (row) => (told ? of(row) : null),
    cell: (row) => shown(of(row), row.invented, told, write),
    footer: (some) =>
      shown(
        sum(some, of),
        some.some(({ invented }) => invented),
        told,
        write,
      ),
  })
  const columns: Column<TypeSum>[] = [
    {
      id: 'loai',
      title: t('totals.type'),
      fixed: true,
      value: (row) => words.type(row.type, data.until),
      footer: () => t('totals.sum'),
    },
    figure('truoc', format.date(data.from), ({ before }) => before, covered.from),
    figure('sau', format.date(data.until), ({ after }) => after, covered.until),
    figure('chenh', t('totals.difference'), ({ before, after }) => after - before, both, say.signed),
    figure('them', t('totals.came'), ({ came }) => came),
    figure('bot', t('totals.went'), ({ went }) => went),
  ]
  return (
    <>
      <DataTable name="tong" label={t('totals.title')} rows={rows} rowId={(row) => row.type} columns={columns} />
      <p className={classes.under}>{t('totals.note')}</p>
      {rows.some(({ invented }) => invented) ? <FigureNote>{s('figures.inventedNote')}</FigureNote> : null}
    </>
  )
}
