import { drafts } from '#kernel/capabilities/drafts/drafts.contract.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { Section } from '#kernel/web/parts/page-header.part.tsx'
import { useMay } from '#kernel/web/session.ts'
import { actTexts } from './acts/acts.text.ts'
import { OwnDrafts } from './acts/own-drafts.part.tsx'

/** Acts that the person was preparing, where there are any: one goes on with them from here. */
export function HomeDrafts() {
  const t = useText(actTexts)
  const may = useMay('structure.enter-act')
  const { data } = useAnswer(drafts, { capability: 'structure.enter-act' }, { enabled: may })
  if (!data || data.drafts.length === 0) return null
  return (
    <Section title={t('drafts.home')} note={data.drafts.length}>
      <div className="sheet padded">
        <OwnDrafts {...data} />
      </div>
    </Section>
  )
}
