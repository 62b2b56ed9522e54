import { addDays } from '#kernel/contract/dates.ts'
import { hrefOf } from '#kernel/web/address.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { Section } from '#kernel/web/parts/page-header.part.tsx'
import { EmptyState } from '#kernel/web/parts/states.part.tsx'
import { actPath, unitPath } from '../addresses.rules.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import classes from './compare.module.css'
import { compareTexts } from './compare.text.ts'
import { useSayCompared } from './say-compared.part.tsx'
import type { Compared, ComparedAct } from './sums.rules.ts'

type Change = Compared['changes'][number]

/** What became different for each unit, with the unit on the day on which it can be seen so. */
export function UnitChanges({ data }: { readonly data: Compared }) {
  const t = useText(compareTexts)
  const s = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const say = useSayCompared()
  const acts = new Map(data.acts.flatMap((one): [string, ComparedAct][] => (one.act ? [[one.act.id, one]] : [])))
  const actOf = ({ actId }: Change) => (actId === null ? undefined : acts.get(actId))
  const isGone = ({ what }: Change) => what === 'ended' || what === 'went'
  const dayOf = (change: Change) => say.day(actOf(change) ?? { act: null, on: change.on, steps: [] })
  const said = ({ what, on }: Change, value: string | null, side: 'before' | 'after') => {
    if (what === 'renamed') return value ?? s('unit.nameless')
    if (what === 'moved') return value ?? s('unit.nameless')
    return value === null ? '' : words.type(value, side === 'before' ? addDays(on, -1) : on)
  }
  const columns: Column<Change>[] = [
    {
      id: 'ten',
      title: t('changes.unit'),
      fixed: true,
      width: 16,
      value: ({ unit }) => unit.name ?? s('unit.nameless'),
    },
    { id: 'gi', title: t('changes.what'), width: 8.5, value: ({ what }) => t(`what.${what}`) },
    {
      id: 'ngay',
      title: t('changes.day'),
      kind: 'date',
      width: 8,
      value: ({ on }) => on,
      cell: (change) => <span className={classes.wrap}>{dayOf(change)}</span>,
    },
    { id: 'truoc', title: t('changes.before'), value: (change) => said(change, change.from, 'before') },
    { id: 'sau', title: t('changes.after'), value: (change) => said(change, change.to, 'after') },
    {
      id: 'viec',
      title: t('changes.act'),
      width: 14,
      value: (change) => {
        const act = actOf(change)
        return act ? say.act(act) : ''
      },
      cell: (change) => {
        const act = actOf(change)
        if (!act?.act) return <span className="soft">{t('acts.noAct')}</span>
        if (act.act.kind === 'record') return say.act(act)
        return <PageLink href={hrefOf(actPath, { actId: act.act.id })}>{say.act(act)}</PageLink>
      },
    },
  ]
  const invented = data.totals.some((total) => total.invented)
  return (
    <Section title={t('changes.title')} note={`${format.number(data.changes.length)}${data.more ? '+' : ''}`}>
      {data.more ? <p className={classes.notice}>{t('changes.more', { count: data.changes.length })}</p> : null}
      <DataTable
        name="thay-doi"
        label={t('changes.title')}
        rows={data.changes}
        rowId={({ unit, what, on, to }) => `${unit.id} ${what} ${on} ${to}`}
        columns={columns}
        hrefOf={(change) =>
          change.unit.name === null
            ? undefined
            : hrefOf(
                unitPath,
                { unitId: change.unit.id },
                { ngay: isGone(change) ? addDays(change.on, -1) : change.on },
              )
        }
        empty={<EmptyState title={t('changes.none')} />}
        height="34rem"
      />
      {invented && data.changes.length > 0 ? <p className={classes.under}>{t('changes.invented')}</p> : null}
    </Section>
  )
}
