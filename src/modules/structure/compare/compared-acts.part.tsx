import { hrefOf } from '#kernel/web/address.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { FigureMark } from '#kernel/web/parts/figure-mark.part.tsx'
import { Section } from '#kernel/web/parts/page-header.part.tsx'
import { EmptyState } from '#kernel/web/parts/states.part.tsx'
import { actPath } from '../addresses.rules.ts'
import { useWords } from '../say.part.tsx'
import classes from './compare.module.css'
import { compareTexts } from './compare.text.ts'
import { useSayCompared } from './say-compared.part.tsx'
import { type Compared, type ComparedAct, countedBy, isExplained, stepsOf } from './sums.rules.ts'

/** The acts between the days with what each added and took by type; the last line adds them up. */
export function ComparedActs({ data }: { readonly data: Compared }) {
  const t = useText(compareTexts)
  const words = useWords()
  const format = useFormats()
  const say = useSayCompared()
  const order = words.terms?.types.map(({ code }) => code) ?? []
  const isInvented = (some: readonly ComparedAct[]) => some.some(({ act }) => act?.source.grade === 'illustrative')
  const counts = (some: readonly ComparedAct[], of: (step: ComparedAct['steps'][number]) => number) =>
    countedBy(some, of, order)
  const said = (some: readonly ComparedAct[], of: (step: ComparedAct['steps'][number]) => number, signed = false) => (
    <span className={classes.several}>
      {counts(some, of).map((one) => (
        <span key={one.type}>
          <FigureMark invented={isInvented(some)}>{say.count(one, data.until, signed)}</FigureMark>
        </span>
      ))}
    </span>
  )
  const text = (some: readonly ComparedAct[], of: (step: ComparedAct['steps'][number]) => number) =>
    counts(some, of)
      .map((one) => say.count(one, data.until))
      .join('; ')
  const net = (step: ComparedAct['steps'][number]) => step.came - step.went
  const columns: Column<ComparedAct>[] = [
    {
      id: 'viec',
      title: t('acts.column.act'),
      fixed: true,
      value: (row) => [say.act(row), row.act?.decision?.organ].filter(Boolean).join(', '),
      cell: (row) =>
        row.act ? (
          <>
            {say.act(row)}
            <span className={classes.organ}>{row.act.decision?.organ}</span>
          </>
        ) : (
          <span className="soft">{say.act(row)}</span>
        ),
      footer: () => t('totals.sum'),
    },
    {
      id: 'ngay',
      title: t('acts.column.day'),
      kind: 'date',
      width: 8,
      value: (row) => row.on,
      cell: (row) => <span className={classes.wrap}>{say.day(row)}</span>,
    },
    {
      id: 'them',
      title: t('totals.came'),
      width: 15,
      value: (row) => text([row], ({ came }) => came),
      cell: (row) => said([row], ({ came }) => came),
      footer: (some) => said(some, ({ came }) => came),
    },
    {
      id: 'bot',
      title: t('totals.went'),
      width: 15,
      value: (row) => text([row], ({ went }) => went),
      cell: (row) => said([row], ({ went }) => went),
      footer: (some) => said(some, ({ went }) => went),
    },
    {
      id: 'chenh',
      title: t('totals.difference'),
      kind: 'number',
      width: 15,
      value: (row) => stepsOf(row).came - stepsOf(row).went,
      cell: (row) => said([row], net, true),
      footer: (some) => said(some, net, true),
    },
  ]
  const covered = data.covered.from && data.covered.until
  return (
    <Section title={t('acts.title')} note={format.number(data.acts.length)}>
      <DataTable
        name="viec"
        label={t('acts.title')}
        rows={data.acts}
        rowId={({ act, on }) => `${on} ${act?.id}`}
        columns={columns}
        hrefOf={({ act }) => (act && act.kind !== 'record' ? hrefOf(actPath, { actId: act.id }) : undefined)}
        empty={<EmptyState title={t('acts.none')} />}
        height="34rem"
      />
      {data.acts.length > 0 && covered ? (
        <p className={classes.under}>{t(isExplained(data) ? 'acts.explained' : 'acts.notExplained')}</p>
      ) : null}
    </Section>
  )
}
