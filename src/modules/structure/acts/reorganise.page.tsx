import { useEffect } from 'react'
import { drafts } from '#kernel/capabilities/drafts/drafts.contract.ts'
import { useAddress, useGo } from '#kernel/web/address.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { Answer, EmptyState } from '#kernel/web/parts/states.part.tsx'
import { act as actContract } from '../act/act.contract.ts'
import { reorganisePath } from '../addresses.rules.ts'
import { structureTexts } from '../structure.text.ts'
import { UnitId } from '../words.contract.ts'
import { actTexts } from './acts.text.ts'
import { emptyDraft } from './compose.rules.ts'
import { canBeHeld, draftOf } from './draft-of.rules.ts'
import { Entered } from './entered.part.tsx'
import { KeptWizard } from './kept-wizard.part.tsx'
import { DraftsOrNew, newActHref } from './own-drafts.part.tsx'

/**
 * The reorganisation from the choice of the act to its entry. `nhap`: the draft to go on with; `don-vi`: the unit one comes from;
 * `dinh-chinh`: the act to correct; `da-ghi`: the act just entered.
 */
export default function ReorganisePage() {
  const t = useText(structureTexts)
  const [view] = useAddress({ 'don-vi': '', 'dinh-chinh': '', 'da-ghi': '', nhap: '' })
  const { 'don-vi': unitId, 'dinh-chinh': corrects, 'da-ghi': entered, nhap } = view
  if (UnitId.safeParse(entered).success) return <Entered actId={entered} />
  if (UnitId.safeParse(corrects).success) return <Correcting actId={corrects} />
  const from = UnitId.safeParse(unitId).success ? unitId : null
  const key = nhap || from
  return (
    <>
      <PageHeader title={t('page.reorganise')} />
      {key === null ? (
        <Beginning />
      ) : (
        <KeptWizard
          key={key}
          capability="structure.enter-act"
          draftKey={key}
          initial={{ ...emptyDraft, originals: from ? [from] : [], receiver: from, rules: [] }}
        />
      )}
    </>
  )
}

/** One's drafts, or a new act at once where there are none. */
function Beginning() {
  const answer = useAnswer(drafts, { capability: 'structure.enter-act' })
  return (
    <Answer of={answer} lines={4}>
      {(data) => (data.drafts.length > 0 ? <DraftsOrNew {...data} /> : <Anew />)}
    </Answer>
  )
}

function Anew() {
  const go = useGo()
  useEffect(() => {
    // While another screen is being loaded this one still stands, with the other's address.
    if (location.pathname === reorganisePath) void go(newActHref(), { replace: true })
  }, [go])
  return null
}

/** The same steps filled from what was entered. */
function Correcting({ actId }: { readonly actId: string }) {
  const t = useText(structureTexts)
  const a = useText(actTexts)
  const answer = useAnswer(actContract, { actId })
  return (
    <>
      <PageHeader title={t('page.correctAct')} lead={a('correct.lead')} />
      <Answer of={answer} lines={8}>
        {({ input, version, may }) =>
          input === null || !may.includes('structure.correct-act') || !canBeHeld(input) ? (
            <EmptyState
              title={a('correct.cannot')}
              detail={a(input && !canBeHeld(input) ? 'correct.notHeld' : 'correct.notMay')}
            />
          ) : (
            <KeptWizard
              key={actId}
              capability="structure.correct-act"
              // Of another version another draft: what somebody else corrected meanwhile is not written over unseen.
              draftKey={`${actId} ${version}`}
              initial={{ ...draftOf(input), rules: [] }}
              corrected={{ actId, version, act: input }}
            />
          )
        }
      </Answer>
    </>
  )
}
