import { hrefOf } from '#kernel/web/address.ts'
import { useText } from '#kernel/web/language.ts'
import { actTexts } from '../acts/acts.text.ts'
import { CountedTable } from '../acts/counted-table.part.tsx'
import { unitPath } from '../addresses.rules.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import type { EnteredAct } from './act-facts.part.tsx'
import { type AnnexLine, annexesOf, goneOf } from './annex.rules.ts'

/** Every unit that the act touched, as it was before and is after. */
export function ActUnits({ data }: { readonly data: EnteredAct }) {
  const t = useText(actTexts)
  const words = useWords()
  const unnamed = useText(structureTexts)('unit.nameless')
  const on = data.effective.on
  const gone = goneOf(data)
  const lines = annexesOf(data).flatMap(({ lines }) => lines)
  const named = (unit: AnnexLine['before']) => (unit ? (unit.name ?? unnamed) : '')
  return (
    <CountedTable
      name="to-chuc"
      title={t('act.units')}
      note={data.revoked ? t('act.revokedUnits') : undefined}
      rows={lines}
      rowId={({ unit }) => unit.id}
      hrefOf={({ unit, part }) =>
        unit.name === null || gone.has(unit.id)
          ? undefined
          : hrefOf(unitPath, { unitId: unit.id }, part === 'ended' ? {} : { ngay: on })
      }
      columns={[
        { id: 'ten', title: t('effect.unit'), fixed: true, value: ({ unit }) => named(unit) },
        { id: 'gi', title: t('act.part'), width: 6.5, value: ({ part }) => t(`part.${part}`) },
        { id: 'loai', title: t('effect.type'), width: 10, value: ({ type }) => words.type(type, on) },
        { id: 'truoc', title: t('annex.before'), value: ({ before }) => named(before) },
        { id: 'sau', title: t('annex.after'), value: ({ after }) => named(after) },
        { id: 'ghi-chu', title: t('annex.note'), value: (line) => noteOf(line, t, words.type) },
      ]}
    />
  )
}

/** What else is to be said of a line: in whom it goes on, what its name or type was. */
function noteOf(
  { named, typed, into }: AnnexLine,
  t: ReturnType<typeof useText<keyof typeof actTexts.vi>>,
  type: (code: string) => string,
): string {
  const was = [named, typed === null ? null : type(typed)].filter((one) => one !== null)
  const names = into.slice(0, 3).map(({ name }) => name ?? '…')
  const more = into.length > names.length ? t('act.andMore', { count: into.length - names.length }) : ''
  return [
    ...(names.length > 0 ? [t('annex.into', { names: names.join(', ') + more })] : []),
    ...was.map((one) => t('annex.was', { was: one })),
  ].join('; ')
}
