import { Button } from '@mantine/core'
import { useCommand } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { enterAct } from '../enter-act/enter-act.contract.ts'
import type { ActInput } from './act-input.contract.ts'
import { actTexts } from './acts.text.ts'
import { CommandProblem } from './command-problem.part.tsx'
import classes from './rehearsal.module.css'

/** The button that enters the act, saying which; dead while something blocks. */
export function EnterFinish(props: {
  readonly act: ActInput | null
  readonly said: string
  /** The rehearsal found nothing that blocks. */
  readonly free: boolean
  readonly onEntered: (actId: string) => Promise<void>
}) {
  const t = useText(actTexts)
  const enter = useCommand(enterAct)
  const { act } = props
  async function send(): Promise<void> {
    // A refusal stands in `problem`, a lost connection in `lost`: the draft is still there.
    const answer = act ? await enter.send({ act }).catch(() => null) : null
    if (answer) await props.onEntered(answer.actId)
  }
  return (
    <div className={classes.finish}>
      <CommandProblem command={enter} />
      <Button variant="filled" disabled={!props.free} loading={enter.pending} onClick={() => void send()}>
        {t('finish.enter', { what: props.said })}
      </Button>
    </div>
  )
}
