import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { hrefOf, useGo } from '#kernel/web/address.ts'
import { useCommand } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { ConfirmDialog } from '#kernel/web/parts/confirm-dialog.part.tsx'
import { actTexts } from '../acts/acts.text.ts'
import { CommandProblem } from '../acts/command-problem.part.tsx'
import { useKeepAsDraft } from '../acts/keep-as-draft.part.tsx'
import { treePath, unitPath } from '../addresses.rules.ts'
import { undoAct } from '../undo-act/undo-act.contract.ts'
import type { EnteredAct } from './act-facts.part.tsx'
import { useWithdrawal, Withdrawal } from './withdrawal.part.tsx'

const nothing: readonly never[] = []

/** Takes back an entry made by mistake, with the reason: the tree is as it was, and the journal keeps what was entered. */
export function UndoDialog({ data, onClose }: { readonly data: EnteredAct; readonly onClose: () => void }) {
  const t = useText(actTexts)
  const go = useGo()
  const client = useQueryClient()
  // The act itself is gone afterwards: everything is asked again only on another screen.
  const undo = useCommand(undoAct, { refresh: nothing })
  const keepAsDraft = useKeepAsDraft()
  const preview = useWithdrawal(data.id)
  const free = preview.answer?.blocks.length === 0
  const [reason, setReason] = useState('')
  async function send(): Promise<void> {
    const { id: actId, version } = data
    // A refusal stands in `problem`, a lost connection in `lost`.
    if (!(await undo.send({ actId, version, reason: reason.trim() }).catch(() => null))) return
    await keepAsDraft(data)
    const left = data.units.find(({ part }) => part !== 'opened')?.unit ?? data.units[0]?.parent
    await go(left ? hrefOf(unitPath, { unitId: left.id }) : treePath)
    await client.invalidateQueries()
  }
  return (
    <ConfirmDialog
      opened
      title={t('undo.title')}
      act={t('undo.act')}
      onAct={() => void send()}
      onClose={onClose}
      blocked={!free}
      pending={undo.pending}
    >
      <p>{t('undo.help')}</p>
      <Withdrawal preview={preview} cannot={t('undo.cannot')} />
      <TextInput
        required
        data-autofocus
        label={t('undo.reason')}
        value={reason}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <CommandProblem command={undo} />
    </ConfirmDialog>
  )
}
