import type { ReactNode } from 'react'
import { hrefOf } from '#kernel/web/address.ts'
import { useText } from '#kernel/web/language.ts'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { actPath } from '../addresses.rules.ts'
import { useWords } from '../say.part.tsx'
import { UnitRefs } from '../unit-ref.part.tsx'
import { actTexts } from './acts.text.ts'
import type { ActBlock } from './effect.contract.ts'

/** Why an act cannot be entered or taken back, in a line: the sentence, the act that is in the way, else whom it is about; and what mends it. */
export function BlockLine({ block, children }: { readonly block: ActBlock; readonly children?: ReactNode }) {
  const t = useText(actTexts)
  const words = useWords()
  const { act, units } = block
  return (
    <li>
      <span>{words.sentence(block.why)}</span>
      {act ? <PageLink href={hrefOf(actPath, { actId: act.id })}>{t('rehearsal.seeAct')}</PageLink> : null}
      {children ??
        (!act && units.length > 0 ? (
          <span>
            {t('rehearsal.see')} <UnitRefs units={units.slice(0, 3)} />
          </span>
        ) : null)}
    </li>
  )
}
