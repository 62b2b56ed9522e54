import { Button } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { addDays } from '#kernel/contract/dates.ts'
import { useAddress } from '#kernel/web/address.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { ConfirmDialog } from '#kernel/web/parts/confirm-dialog.part.tsx'
import { LoadingState } from '#kernel/web/parts/loading.part.tsx'
import { ErrorState } from '#kernel/web/parts/states.part.tsx'
import { useDraft } from '#kernel/web/parts/use-draft.ts'
import { useWords } from '../say.part.tsx'
import { tree } from '../tree/tree.contract.ts'
import { actTexts } from './acts.text.ts'
import { bookOf } from './book.rules.ts'
import type { Corrected } from './correct-finish.part.tsx'
import { useSayDraft } from './say-draft.part.tsx'
import classes from './wizard.module.css'
import { reachable, stepsOf, type WizardDraft } from './wizard.rules.ts'
import { WizardSteps } from './wizard-steps.part.tsx'

/** What the wizard is opened with. */
export interface KeptWizardProps {
  readonly capability: string
  readonly draftKey: string
  readonly initial: WizardDraft
  readonly corrected?: Corrected
}

/** Holds what has been chosen, keeps it with the server, and asks for the tree of the day before. */
export function WizardFrame(props: KeptWizardProps & { readonly found: WizardDraft }) {
  const t = useText(actTexts)
  const words = useWords()
  const { initial, corrected } = props
  const [draft, setDraft] = useState(props.found)
  const kept = useDraft(props.capability, props.draftKey, () => {})
  const [view, setView] = useAddress({ buoc: '' })
  const latest = useRef(draft)
  function put(next: WizardDraft): void {
    latest.current = next
    setDraft(next)
    kept.keep({ ...next }, about(next, book))
  }
  // Of a correction the tree before both days is looked at: on a later day the act itself would stand in it.
  const first = [draft.effective, corrected?.act.effective].filter((day) => day != null).sort()[0]
  const day = first ? addDays(first, -1) : null
  const answer = useAnswer(tree, { asOf: day ?? undefined }, { enabled: day !== null, keep: true })
  const book = useMemo(() => bookOf(day === null ? [] : (answer.data?.units ?? [])), [day, answer.data])
  const cells = useMemo(
    () => new Set(words.terms?.types.filter(({ isCell }) => isCell).map(({ code }) => code)),
    [words.terms],
  )
  const about = useSayDraft()
  const steps = stepsOf(draft, book, (type) => cells.has(type))
  const step = reachable(steps, draft, view.buoc)
  async function startOver(): Promise<void> {
    await kept.drop()
    latest.current = initial
    setDraft(initial)
    setView({ buoc: '' })
  }
  if (step !== 'viec' && answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (step !== 'viec' && (!answer.data || answer.isPlaceholderData)) return <LoadingState lines={10} />
  return (
    <div className={`${classes.wizard} sheet padded`}>
      <Kept savedAt={kept.savedAt} onDrop={() => void startOver()} />
      <WizardSteps
        draft={draft}
        onChange={(change) => put({ ...latest.current, ...change })}
        book={book}
        day={day}
        steps={steps}
        step={step}
        onStep={(id) => setView({ buoc: id }, { push: true })}
        onDone={kept.drop}
        corrected={corrected}
      />
      <p className="unseen" role="status">
        {t(`step.${step}`)}
      </p>
    </div>
  )
}

/** Nothing is lost by leaving; and what is not wanted any more can be thrown away, once one was asked. */
function Kept({ savedAt, onDrop }: { readonly savedAt: string | null; readonly onDrop: () => void }) {
  const t = useText(actTexts)
  const format = useFormats()
  const [asking, setAsking] = useState(false)
  return (
    <div className={`${classes.kept} no-print`}>
      <span className="soft small">
        {savedAt ? t('wizard.kept', { time: format.moment(savedAt) }) : t('wizard.willBeKept')}
      </span>
      {savedAt ? (
        <Button size="compact-sm" onClick={() => setAsking(true)}>
          {t('wizard.startOver')}
        </Button>
      ) : null}
      <ConfirmDialog
        opened={asking}
        title={t('wizard.startOver.title')}
        act={t('wizard.startOver.act')}
        irrevocable
        onAct={() => {
          setAsking(false)
          onDrop()
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t('wizard.startOver.detail')}</p>
      </ConfirmDialog>
    </div>
  )
}
