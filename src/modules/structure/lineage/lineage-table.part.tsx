import { byKey, sortKey } from '#kernel/contract/sort-key.ts'
import { hrefOf } from '#kernel/web/address.ts'
import { useText } from '#kernel/web/language.ts'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { unitPath } from '../addresses.rules.ts'
import { useSayDate, useWords } from '../say.part.tsx'
import { SourceNote } from '../source-note.part.tsx'
import { structureTexts } from '../structure.text.ts'
import classes from './lineage.module.css'
import type { Lineage } from './picture.rules.ts'

type Unit = Lineage['units'][number]

/** The lineage as a table: each unit with its time, what it came from and what it went on in. */
export function LineageTable({ data }: { readonly data: Lineage }) {
  const t = useText(structureTexts)
  const words = useWords()
  const say = useSayDate()
  const nameOf = (id: string) => data.units.find((unit) => unit.id === id)?.stretches.at(-1)?.name ?? t('unit.nameless')
  const others = (unit: Unit, near: 'from' | 'to', far: 'from' | 'to') =>
    data.edges
      .filter((edge) => edge[near] === unit.id)
      .map((edge) => nameOf(edge[far]))
      .join('; ')
  const opening = (unit: Unit) =>
    data.acts.find(
      (act) => act.effective.on === unit.life.from && data.edges.some((e) => e.actId === act.id && e.to === unit.id),
    )
  const columns: Column<Unit>[] = [
    {
      id: 'ten',
      title: t('lineage.column.name'),
      fixed: true,
      width: 13,
      value: (unit) => [...new Set(unit.stretches.map(({ name }) => name ?? t('unit.nameless')))].join(' → '),
    },
    {
      id: 'loai',
      title: t('lineage.column.type'),
      width: 9,
      value: (unit) => words.type(unit.stretches.at(-1)?.type ?? '', unit.life.from),
    },
    {
      id: 'tu',
      title: t('lineage.column.from'),
      kind: 'date',
      width: 7.5,
      value: (unit) => unit.life.from,
      cell: (unit) => (
        <span className={classes.wrap}>{say({ on: unit.life.from, precision: unit.life.fromPrecision })}</span>
      ),
    },
    {
      id: 'den',
      title: t('lineage.column.until'),
      kind: 'date',
      width: 7.5,
      value: (unit) => unit.life.until,
      cell: (unit) =>
        unit.life.until ? (
          <span className={classes.wrap}>
            {say({ on: unit.life.until, precision: unit.life.untilPrecision ?? 'day' })}
          </span>
        ) : null,
    },
    { id: 'tu-dau', title: t('lineage.column.predecessors'), width: 11, value: (unit) => others(unit, 'to', 'from') },
    { id: 'thanh', title: t('lineage.column.successors'), width: 11, value: (unit) => others(unit, 'from', 'to') },
    {
      id: 'can-cu',
      title: t('lineage.column.ground'),
      width: 9,
      value: (unit) => opening(unit)?.decision?.symbol,
      cell: (unit) => {
        const act = opening(unit)
        return act ? (
          <>
            {act.decision?.symbol ?? act.decision?.kind ?? ''} <SourceNote source={act.source} />
          </>
        ) : null
      },
    },
  ]
  const rows = [...data.units].sort(
    (a, b) => byKey(a.life.from, b.life.from) || byKey(sortKey(nameOf(a.id)), sortKey(nameOf(b.id))),
  )
  return (
    <DataTable
      name="ke-thua"
      label={t('lineage.title')}
      rows={rows}
      rowId={(unit) => unit.id}
      columns={columns}
      hrefOf={(unit) => hrefOf(unitPath, { unitId: unit.id })}
    />
  )
}
