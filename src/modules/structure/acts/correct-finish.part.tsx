import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { correctAct } from '../correct-act/correct-act.contract.ts'
import { ActInput } from './act-input.contract.ts'
import { actTexts } from './acts.text.ts'
import { BothVersions } from './both-versions.part.tsx'
import { CommandProblem } from './command-problem.part.tsx'
import classes from './rehearsal.module.css'

/** An act that is being corrected, as it was seen. */
export interface Corrected {
  readonly actId: string
  readonly version: number
  readonly act: ActInput
}

/** The button that corrects the entry, with its reason. Where somebody else corrected it meanwhile, both versions stand side by side. */
export function CorrectFinish(props: {
  readonly corrected: Corrected
  readonly act: ActInput | null
  readonly free: boolean
  readonly onCorrected: () => Promise<void>
}) {
  const t = useText(actTexts)
  const correct = useCommand(correctAct)
  const { act, corrected } = props
  const [reason, setReason] = useState('')
  const [version, setVersion] = useState(corrected.version)
  const other = correct.problem?.kind === 'conflict' ? standing(correct.problem.current) : null
  async function send(): Promise<void> {
    if (!act) return
    const input = { actId: corrected.actId, version, act, reason: reason.trim() }
    // A refusal stands in `problem`, a lost connection in `lost`.
    if (await correct.send(input).catch(() => null)) await props.onCorrected()
  }
  return (
    <div className={classes.finish}>
      <CommandProblem command={correct} />
      {other && act ? (
        <BothVersions
          standing={other.act}
          mine={act}
          seen={version === other.version}
          onSeen={() => {
            setVersion(other.version)
            correct.reset()
          }}
        />
      ) : null}
      <TextInput
        required
        label={t('finish.reason')}
        description={t('finish.reason.help')}
        value={reason}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        variant="filled"
        disabled={!props.free || reason.trim().length < 3}
        loading={correct.pending}
        onClick={() => void send()}
      >
        {t('finish.correct')}
      </Button>
    </div>
  )
}

/** What a conflict says stands now; null where it says something else. */
function standing(current: unknown): { act: ActInput; version: number } | null {
  const { act, version } = (current ?? {}) as { act?: unknown; version?: unknown }
  const parsed = ActInput.safeParse(act)
  return parsed.success && typeof version === 'number' ? { act: parsed.data, version } : null
}
