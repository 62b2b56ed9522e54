import { sortKey } from '#kernel/contract/sort-key.ts'
import { hrefOf } from '#kernel/web/address.ts'
import { useText } from '#kernel/web/language.ts'
import { actPath } from '../addresses.rules.ts'
import { useSayDate, useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { actTexts } from './acts.text.ts'
import { BelongingsTable } from './belongings-table.part.tsx'
import { CountedTable } from './counted-table.part.tsx'
import type { ActEffect } from './effect.contract.ts'

/** Everything that an act would change, table by table; what is empty is left out. */
export function EffectTables({ effect }: { readonly effect: ActEffect }) {
  const t = useText(actTexts)
  const words = useWords()
  const unnamed = useText(structureTexts)('unit.nameless')
  const on = effect.effective
  const named = (unit: { name: string | null } | null) =>
    unit === null ? t('effect.noParent') : (unit.name ?? unnamed)
  const said = (field: ActEffect['changes'][number]['field'], value: string | null) =>
    value === null ? t('effect.nothing') : field === 'type' ? words.type(value, on) : value
  return (
    <>
      <CountedTable
        name="tiep-nhan"
        title={t('effect.receivers')}
        rows={receiversOf(effect.changes)}
        rowId={({ name }) => name}
        columns={[
          { id: 'ten', title: t('effect.unit'), fixed: true, value: ({ name }) => name },
          { id: 'so', title: t('effect.received'), kind: 'number', value: ({ count }) => count },
        ]}
      />
      <CountedTable
        name="lap-moi"
        title={t('effect.opens')}
        rows={effect.opens}
        rowId={({ id }) => id}
        columns={[
          { id: 'ten', title: t('effect.unit'), fixed: true, value: ({ name }) => name },
          { id: 'loai', title: t('effect.type'), value: ({ type }) => words.type(type, on) },
          { id: 'cap-tren', title: t('effect.parent'), value: ({ parent }) => named(parent) },
        ]}
      />
      <CountedTable
        name="ket-thuc"
        title={t('effect.ends')}
        rows={effect.ends}
        rowId={({ unit }) => unit.id}
        columns={[
          { id: 'ten', title: t('effect.unit'), fixed: true, value: ({ unit }) => named(unit) },
          { id: 'loai', title: t('effect.type'), value: ({ type }) => words.type(type, on) },
        ]}
      />
      {(['gone', 'returns'] as const).map((list) => (
        <CountedTable
          key={list}
          name={list === 'gone' ? 'khong-con' : 'tro-lai'}
          title={t(`effect.${list}`)}
          rows={effect[list]}
          rowId={({ unit }) => unit.id}
          columns={[
            { id: 'ten', title: t('effect.unit'), fixed: true, value: ({ unit }) => named(unit) },
            { id: 'loai', title: t('effect.type'), value: ({ type }) => words.type(type, on) },
          ]}
        />
      ))}
      <CountedTable
        name="thay-doi"
        title={t('effect.changes')}
        rows={byWhatBecomes(effect.changes)}
        rowId={({ unit, field }) => `${unit.id} ${field}`}
        columns={[
          { id: 'ten', title: t('effect.unit'), fixed: true, value: ({ unit }) => named(unit) },
          { id: 'noi-dung', title: t('effect.field'), width: 9, value: ({ field }) => t(`field.${field}`) },
          { id: 'tu', title: t('effect.from'), value: ({ field, from }) => said(field, from) },
          { id: 'thanh', title: t('effect.to'), value: ({ field, to }) => said(field, to) },
        ]}
      />
      <BelongingsTable rows={effect.belongings} />
      <Later effect={effect} />
      <CountedTable
        name="phan-he"
        title={t('effect.above')}
        rows={effect.above}
        rowId={({ module, what }) => module + what.vi}
        columns={[
          { id: 'gi', title: t('effect.what'), fixed: true, value: ({ what }) => words.sentence(what) },
          { id: 'so', title: t('effect.count'), kind: 'number', value: ({ count }) => count },
        ]}
      />
    </>
  )
}

/** How many come to stand directly under each receiver, where there are several; who receives most comes first. */
function receiversOf(changes: ActEffect['changes']): readonly { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { field, to } of changes) if (field === 'parent' && to !== null) counts.set(to, (counts.get(to) ?? 0) + 1)
  if (counts.size < 2) return []
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count)
}

/** Those that come to stand at one place one after another, each group by name. */
function byWhatBecomes(changes: ActEffect['changes']): ActEffect['changes'] {
  const key = ({ field, to, unit }: ActEffect['changes'][number]) =>
    `${field} ${sortKey(to ?? '')} ${sortKey(unit.name ?? '')}`
  const keyed = changes.map((change) => ({ change, at: key(change) }))
  return keyed.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ change }) => change)
}

/** Acts of later days on the same units: they stay as they are, and now rest on this one. */
function Later({ effect }: { readonly effect: ActEffect }) {
  const t = useText(actTexts)
  const s = useText(structureTexts)
  const say = useSayDate()
  return (
    <CountedTable
      name="viec-sau"
      title={t('effect.later')}
      note={t('effect.later.help')}
      rows={effect.later}
      rowId={({ id }) => id}
      hrefOf={({ id }) => hrefOf(actPath, { actId: id })}
      columns={[
        {
          id: 'ngay',
          title: t('effect.day'),
          width: 9,
          value: ({ effective }) => effective.on,
          cell: ({ effective }) => say(effective),
        },
        { id: 'viec', title: t('effect.kind'), fixed: true, value: ({ kind }) => s(`act.${kind}`) },
        {
          id: 'van-ban',
          title: t('effect.decision'),
          value: ({ decision }) => [decision?.kind, decision?.symbol].filter(Boolean).join(' '),
        },
      ]}
    />
  )
}
