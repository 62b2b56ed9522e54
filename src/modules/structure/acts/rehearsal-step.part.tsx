import { Button } from '@mantine/core'
import { type Command, ConnectionLost, ProblemError } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { CheckIcon, WarnIcon } from '#kernel/web/parts/icons.tsx'
import { LoadingState } from '#kernel/web/parts/loading.part.tsx'
import { ErrorState } from '#kernel/web/parts/states.part.tsx'
import type { previewAct } from '../preview-act/preview-act.contract.ts'
import { useWords } from '../say.part.tsx'
import type { ActInput } from './act-input.contract.ts'
import { actTexts } from './acts.text.ts'
import { BlockLine } from './block-line.part.tsx'
import { conservationOf } from './conservation.rules.ts'
import { CorrectionDiffers } from './correction-differs.part.tsx'
import type { ActEffect } from './effect.contract.ts'
import { EffectTables } from './effect-tables.part.tsx'
import classes from './rehearsal.module.css'
import { type StepId, stepOfBlock, type WizardDraft } from './wizard.rules.ts'

/** What the act would do and what keeps it from being entered, each with the step in which it can be mended. */
export function RehearsalStep(props: {
  readonly rehearsal: Command<typeof previewAct>
  readonly act: ActInput | null
  /** Of a correction, what is entered: what changes is said against that, not against what was before the act. */
  readonly corrected: ActInput | undefined
  readonly draft: WizardDraft
  readonly steps: readonly StepId[]
  readonly onStep: (step: StepId) => void
  readonly onAgain: () => void
}) {
  const { rehearsal, act, corrected } = props
  if (rehearsal.problem) return <ErrorState error={new ProblemError(rehearsal.problem)} onRetry={props.onAgain} />
  if (rehearsal.lost) return <ErrorState error={new ConnectionLost('rehearsal')} onRetry={props.onAgain} />
  if (!rehearsal.answer) return <LoadingState lines={10} />
  return (
    <>
      <Blocks {...props} blocks={rehearsal.answer.blocks} />
      {corrected && act ? <CorrectionDiffers standing={corrected} mine={act} effect={rehearsal.answer} /> : null}
      <Sums effect={rehearsal.answer} correcting={corrected !== undefined} />
      <EffectTables effect={rehearsal.answer} />
    </>
  )
}

function Blocks(props: {
  readonly blocks: ActEffect['blocks']
  readonly draft: WizardDraft
  readonly steps: readonly StepId[]
  readonly onStep: (step: StepId) => void
}) {
  const t = useText(actTexts)
  const { blocks } = props
  if (blocks.length === 0) {
    return (
      <p className={classes.free} role="status">
        <CheckIcon /> {t('rehearsal.free')}
      </p>
    )
  }
  return (
    <section className={classes.blocks} role="alert">
      <h3>
        <WarnIcon /> {t('rehearsal.blocked', { count: blocks.length })}
      </h3>
      <ul>
        {blocks.map((block, at) => {
          const step = stepOfBlock(block, props.draft, props.steps)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one rehearsal do not move
            <BlockLine key={at} block={block}>
              {step ? (
                <Button size="compact-sm" onClick={() => props.onStep(step)}>
                  {t('rehearsal.mend', { step: t(`step.${step}`) })}
                </Button>
              ) : null}
            </BlockLine>
          )
        })}
      </ul>
    </section>
  )
}

/** The conservation in one sentence, and the counts of each type before and after. */
function Sums({ effect, correcting }: { readonly effect: ActEffect; readonly correcting: boolean }) {
  const t = useText(actTexts)
  const words = useWords()
  const { holds, ...sums } = conservationOf(effect)
  return (
    <section className={`${classes.sums} sheet padded`}>
      <p>
        <b>{t(correcting ? 'rehearsal.corrected' : holds ? 'rehearsal.conserved' : 'rehearsal.notConserved', sums)}</b>{' '}
        {t(effect.moved === 0 ? 'rehearsal.movesNone' : 'rehearsal.moves', { count: effect.moved })}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('effect.type')}</th>
            <th>{t('rehearsal.before')}</th>
            <th>{t('rehearsal.after')}</th>
          </tr>
        </thead>
        <tbody>
          {effect.counts.map(({ type, before, after }) => (
            <tr key={type}>
              <td>{words.type(type, effect.effective)}</td>
              <td className="number">{before}</td>
              <td className="number">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
