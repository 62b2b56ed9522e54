import { useMemo } from 'react'
import { kernelCapabilityTexts } from '#kernel/capabilities/kernel.text.ts'
import { useLanguage, useText } from '#kernel/web/language.ts'
import { webModules } from '#kernel/web/modules.ts'
import { accountsTexts } from './accounts.text.ts'

/** Says what a role's verbs let a person do: `*`, `structure.*`, `access.journal` in words. */
export function useVerbWords(): (verbs: readonly string[]) => string {
  const t = useText(accountsTexts)
  const language = useLanguage()
  return useMemo(() => {
    const textsOf = (module: string) =>
      (module === 'kernel' ? kernelCapabilityTexts : webModules().find(({ name }) => name === module)?.texts)?.[
        language
      ] as Readonly<Record<string, string>> | undefined
    const one = (verb: string): string => {
      if (verb === '*') return t('verb.everything')
      const [module = '', name = ''] = verb.split('.')
      const texts = textsOf(module)
      if (name === '*') return t('verb.module', { module: texts?.['module.name'] ?? module })
      return small(texts?.[`capability.${name}`] ?? verb)
    }
    return (verbs) => verbs.map(one).join('; ')
  }, [t, language])
}

/** A title inside a sentence begins small. */
function small(title: string): string {
  return title.charAt(0).toLocaleLowerCase('vi') + title.slice(1)
}
