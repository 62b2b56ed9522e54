import { useFormats, useText } from '#kernel/web/language.ts'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { FigureMark } from '#kernel/web/parts/figure-mark.part.tsx'
import { upperFirst } from '../first-letter.rules.ts'
import { structureTexts } from '../structure.text.ts'
import type { BridgeStep } from './bridge.rules.ts'
import { compareTexts } from './compare.text.ts'
import { useSayCompared } from './say-compared.part.tsx'
import type { Compared, Sum } from './sums.rules.ts'

interface Row {
  readonly key: string
  readonly name: string
  readonly came: number | null
  readonly went: number | null
  readonly level: number
}

/** The bridge as a table: the first total, each step with what is left after it, the second total. */
export function BridgeTable(props: {
  readonly data: Compared
  readonly sum: Sum
  readonly steps: readonly BridgeStep[]
  readonly label: string
}) {
  const { data, sum, steps, label } = props
  const t = useText(compareTexts)
  const s = useText(structureTexts)
  const format = useFormats()
  const say = useSayCompared()
  let level = sum.before
  const rows: Row[] = [
    { key: 'before', name: format.date(data.from), came: null, went: null, level },
    ...steps.map(({ key, act, kind, acts, came, went }) => {
      level += came - went
      const kindSaid = kind ? upperFirst(s(`act.${kind}`)) : upperFirst(t('bridge.noAct'))
      const name = act ? `${say.act(act)} (${say.day(act)})` : `${kindSaid} (${t('bridge.acts', { count: acts })})`
      return { key, name, came, went, level }
    }),
    { key: 'after', name: format.date(data.until), came: null, went: null, level: sum.after },
  ]
  const figure = (id: string, title: string, of: (row: Row) => number | null): Column<Row> => ({
    id,
    title,
    kind: 'number',
    width: 7,
    value: of,
    cell: (row) => {
      const value = of(row)
      return value === null ? null : (
        <FigureMark invented={sum.invented && value > 0}>{format.number(value)}</FigureMark>
      )
    },
  })
  const columns: Column<Row>[] = [
    { id: 'bac', title: t('bridge.step'), fixed: true, value: ({ name }) => name },
    figure('them', t('totals.came'), ({ came }) => came),
    figure('bot', t('totals.went'), ({ went }) => went),
    figure('con', t('bridge.level'), (row) => row.level),
  ]
  return <DataTable name="cac-bac" label={label} rows={rows} rowId={({ key }) => key} columns={columns} />
}
