import { useAddress } from '#kernel/web/address.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { Answer, EmptyState } from '#kernel/web/parts/states.part.tsx'
import { act as actContract } from '../act/act.contract.ts'
import { structureTexts } from '../structure.text.ts'
import { UnitId } from '../words.contract.ts'
import { actTexts } from './acts.text.ts'
import { emptyDraft } from './compose.rules.ts'
import { canBeHeld, draftOf } from './draft-of.rules.ts'
import { Entered } from './entered.part.tsx'
import { KeptWizard } from './kept-wizard.part.tsx'

/**
 * The reorganisation from the choice of the act to its entry. `don-vi`: the unit one comes from; `dinh-chinh`: the act to correct;
 * `da-ghi`: the act just entered.
 */
export default function ReorganisePage() {
  const t = useText(structureTexts)
  const [view] = useAddress({ 'don-vi': '', 'dinh-chinh': '', 'da-ghi': '' })
  const { 'don-vi': unitId, 'dinh-chinh': corrects, 'da-ghi': entered } = view
  if (UnitId.safeParse(entered).success) return <Entered actId={entered} />
  if (UnitId.safeParse(corrects).success) return <Correcting actId={corrects} />
  const from = UnitId.safeParse(unitId).success ? unitId : null
  return (
    <>
      <PageHeader title={t('page.reorganise')} />
      <KeptWizard
        key={from}
        capability="structure.enter-act"
        draftKey={from ?? ''}
        initial={{ ...emptyDraft, originals: from ? [from] : [], receiver: from, rules: [] }}
      />
    </>
  )
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
