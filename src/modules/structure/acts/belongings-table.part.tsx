import { useText } from '#kernel/web/language.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { actTexts } from './acts.text.ts'
import { CountedTable } from './counted-table.part.tsx'
import type { ActEffect } from './effect.contract.ts'

/** Organs, counterparts, facts and aliases that go over to another unit or end with theirs. */
export function BelongingsTable({ rows }: { readonly rows: ActEffect['belongings'] }) {
  const t = useText(actTexts)
  const words = useWords()
  const unnamed = useText(structureTexts)('unit.nameless')
  return (
    <CountedTable
      name="co-quan"
      title={t('effect.belongings')}
      rows={rows}
      rowId={({ family, name, unit }) => `${family} ${name} ${unit.id}`}
      columns={[
        {
          id: 'ten',
          title: t('effect.what'),
          fixed: true,
          value: ({ family, name }) => (family === 'fact' ? words.kind('fact', name) : name),
        },
        { id: 'loai', title: t('effect.family'), width: 11, value: ({ family }) => t(`family.${family}`) },
        { id: 'cua', title: t('effect.of'), value: ({ unit }) => unit.name ?? unnamed },
        {
          id: 've',
          title: t('effect.goesTo'),
          value: ({ unit, to }) =>
            to === null ? t('effect.endsToo') : to.id === unit.id ? t('effect.staysToo') : (to.name ?? unnamed),
        },
      ]}
    />
  )
}
