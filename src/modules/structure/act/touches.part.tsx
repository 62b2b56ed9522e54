import { useText } from '#kernel/web/language.ts'
import { actTexts } from '../acts/acts.text.ts'
import type { EnteredAct } from './act-facts.part.tsx'

/** What taking an act back will touch, line by line: who disappears, who lives on, who is as before. */
export function useTouches(): (act: EnteredAct) => readonly string[] {
  const t = useText(actTexts)
  return ({ units, belongings }) => {
    const some = (part: EnteredAct['units'][number]['part']) => units.filter((one) => one.part === part)
    const said = (part: 'opened' | 'changed' | 'ended') => {
      const names = some(part).map(({ unit }) => unit.name ?? '…')
      return names.length === 0 ? [] : [t(`touches.${part}`, { count: names.length, names: shortened(names) })]
    }
    return [
      ...said('opened'),
      ...said('ended'),
      ...said('changed'),
      ...(belongings.length > 0 ? [t('touches.belongings', { count: belongings.length })] : []),
    ]
  }
}

function shortened(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join('; ')} …` : names.join('; ')
}
