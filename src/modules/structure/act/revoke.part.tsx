import { useState } from 'react'
import { useCommand } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { ConfirmDialog } from '#kernel/web/parts/confirm-dialog.part.tsx'
import { actTexts } from '../acts/acts.text.ts'
import { CommandProblem } from '../acts/command-problem.part.tsx'
import { decisionOf } from '../acts/compose.rules.ts'
import { DecisionFields } from '../acts/decision-fields.part.tsx'
import { revokeAct } from '../revoke-act/revoke-act.contract.ts'
import type { EnteredAct } from './act-facts.part.tsx'
import { useWithdrawal, Withdrawal } from './withdrawal.part.tsx'

/** A decision taken back by a decision: the act stays in the book with both papers and has no effect. */
export function RevokeDialog({ data, onClose }: { readonly data: EnteredAct; readonly onClose: () => void }) {
  const t = useText(actTexts)
  const revoke = useCommand(revokeAct)
  const preview = useWithdrawal(data.id)
  const free = preview.answer?.blocks.length === 0
  const [decision, setDecision] = useState({ kind: 'Quyết định', symbol: '', on: null, organ: '' } as Parameters<
    typeof decisionOf
  >[0]['decision'])
  async function send(): Promise<void> {
    const { id: actId, version } = data
    // A refusal stands in `problem`, a lost connection in `lost`.
    if (await revoke.send({ actId, version, decision: decisionOf({ decision }) }).catch(() => null)) onClose()
  }
  return (
    <ConfirmDialog
      opened
      title={t('revoke.title')}
      act={t('revoke.act')}
      onAct={() => void send()}
      onClose={onClose}
      blocked={!free}
      pending={revoke.pending}
    >
      <p>{t('revoke.help')}</p>
      <Withdrawal preview={preview} cannot={t('revoke.cannot')} />
      <DecisionFields floating decision={decision} onChange={setDecision} />
      <CommandProblem command={revoke} />
    </ConfirmDialog>
  )
}
