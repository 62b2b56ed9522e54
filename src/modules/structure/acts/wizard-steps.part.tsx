import { useMemo } from 'react'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { hrefOf, useGo } from '#kernel/web/address.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { Wizard } from '#kernel/web/parts/wizard.part.tsx'
import { actPath, reorganisePath } from '../addresses.rules.ts'
import { actTexts } from './acts.text.ts'
import { AllocationStep } from './allocation-step.part.tsx'
import type { BookUnit } from './book.rules.ts'
import { compose } from './compose.rules.ts'
import { type Corrected, CorrectFinish } from './correct-finish.part.tsx'
import { DecisionStep } from './decision-step.part.tsx'
import { EnterFinish } from './enter-finish.part.tsx'
import { KindStep } from './kind-step.part.tsx'
import { useRehearsal } from './rehearsal.part.tsx'
import { RehearsalStep } from './rehearsal-step.part.tsx'
import { ResultsStep } from './results-step.part.tsx'
import { useSayAct } from './say-act.part.tsx'
import { UnitsStep } from './units-step.part.tsx'
import classes from './wizard.module.css'
import { isReady, type StepId, type StepProps, type WizardDraft, withKind } from './wizard.rules.ts'

/** The steps themselves, and what the last button does. */
export function WizardSteps(
  props: Omit<StepProps, 'day'> & {
    readonly day: PlainDate | null
    readonly steps: readonly StepId[]
    readonly step: StepId
    readonly onStep: (id: string) => void
    /** Forgets the draft: the act stands in the book. */
    readonly onDone: () => Promise<void>
    readonly corrected: Corrected | undefined
  },
) {
  const t = useText(actTexts)
  const go = useGo()
  const sayAct = useSayAct()
  const { draft, onChange, book, day, steps, step, corrected } = props
  const act = useMemo(() => compose(draft), [draft])
  const rehearsal = useRehearsal(step === 'dien-tap' ? act : null, corrected?.actId)
  const free = rehearsal.answer?.blocks.length === 0
  const given: StepProps | null = day === null ? null : { draft, onChange, book, day }
  const about = act?.kind === 'establish' ? act.opens : originalsOf(props)
  return (
    <>
      {step === 'viec' || day === null ? null : <Standing draft={draft} day={day} said={sayAct} about={about} />}
      <Wizard
        step={step}
        onStep={props.onStep}
        steps={steps.map((id) => ({
          id,
          title: t(`step.${id}`),
          ready: isReady(id, draft),
          content:
            id === 'viec' ? (
              <KindStep
                draft={draft}
                onKind={(kind) => onChange(withKind(draft, kind))}
                onDay={(effective) => onChange({ effective })}
              />
            ) : !given ? null : id === 'to-chuc' ? (
              <UnitsStep {...given} />
            ) : id === 'ket-qua' ? (
              <ResultsStep {...given} />
            ) : id === 'phan-bo' ? (
              <AllocationStep {...given} />
            ) : id === 'van-ban' ? (
              <DecisionStep {...given} />
            ) : (
              <RehearsalStep
                rehearsal={rehearsal}
                act={act}
                corrected={corrected?.act}
                draft={draft}
                steps={steps}
                onStep={props.onStep}
                onAgain={() =>
                  act &&
                  void rehearsal.send(corrected ? { act, corrects: corrected.actId } : { act }).catch(() => undefined)
                }
              />
            ),
        }))}
        finish={
          corrected ? (
            <CorrectFinish
              corrected={corrected}
              act={act}
              free={free}
              onCorrected={async () => {
                await props.onDone()
                await go(hrefOf(actPath, { actId: corrected.actId }))
              }}
            />
          ) : (
            <EnterFinish
              act={act}
              said={act ? sayAct(act.kind, about, act.effective) : ''}
              free={free}
              onEntered={async (actId) => {
                await props.onDone()
                await go(hrefOf(reorganisePath, {}, { 'da-ghi': actId }), { replace: true })
              }}
            />
          )
        }
      />
    </>
  )
}

function originalsOf({ draft, book }: Pick<StepProps, 'draft' | 'book'>): readonly BookUnit[] {
  return draft.originals.flatMap((id) => book.byId.get(id) ?? [])
}

/** Which act is being made, and the tree of which day one looks at while making it. */
function Standing(props: {
  readonly draft: WizardDraft
  readonly day: PlainDate
  readonly said: ReturnType<typeof useSayAct>
  readonly about: Parameters<ReturnType<typeof useSayAct>>[1]
}) {
  const t = useText(actTexts)
  const format = useFormats()
  const { draft, day, about } = props
  const what =
    about.length === 0
      ? t('wizard.whatFrom', { kind: t(`kind.${draft.kind!}`), date: format.date(draft.effective!) })
      : props.said(draft.kind!, about, draft.effective!)
  return (
    <p className={classes.standing}>
      <b>{what}</b> <span className="soft">{t('wizard.looksAt', { date: format.date(day) })}</span>
    </p>
  )
}
