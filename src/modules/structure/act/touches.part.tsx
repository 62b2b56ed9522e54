import { useText } from '#kernel/web/language.ts'
import { actTexts } from '../acts/acts.text.ts'
import type { ActEffect } from '../acts/effect.contract.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'

/** At most so many names stand in a line. */
const named = 3

/** What taking an act back does, line by line: who is not there any more, who lives on, what is as before. */
export function useTouches(): (effect: ActEffect) => readonly string[] {
  const t = useText(actTexts)
  const words = useWords()
  const unnamed = useText(structureTexts)('unit.nameless')
  return ({ gone, returns, changes, belongings, effective }) => {
    const line = (key: `touches.${'opened' | 'ended' | 'parent' | 'type' | 'name'}`, names: readonly string[]) => {
      const more = names.length > named ? t('act.andMore', { count: names.length - named }) : ''
      return names.length === 0 ? [] : [t(key, { count: names.length, names: names.slice(0, named).join('; ') + more })]
    }
    const nameOf = ({ unit }: { readonly unit: { readonly name: string | null } }) => unit.name ?? unnamed
    const becoming = (field: ActEffect['changes'][number]['field']) => changes.filter((one) => one.field === field)
    const names = [...becoming('name'), ...becoming('shortName')]
    return [
      ...line('touches.opened', gone.map(nameOf)),
      ...line('touches.ended', returns.map(nameOf)),
      ...line(
        'touches.parent',
        becoming('parent').map((one) => `${nameOf(one)} → ${one.to ?? t('effect.noParent')}`),
      ),
      ...line(
        'touches.type',
        becoming('type').map((one) => `${nameOf(one)} → ${words.type(one.to ?? '', effective)}`),
      ),
      ...line(
        'touches.name',
        names.map(({ from, to }) => `${from ?? t('effect.nothing')} → ${to ?? t('effect.nothing')}`),
      ),
      ...(belongings.length > 0 ? [t('touches.belongings', { count: belongings.length })] : []),
    ]
  }
}
