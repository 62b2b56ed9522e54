import { useState } from 'react'
import { useText } from '#kernel/web/language.ts'
import { Dialog } from '#kernel/web/parts/dialog.part.tsx'
import { useContractForm } from '#kernel/web/parts/use-contract-form.ts'
import { accountsTexts } from '../accounts/accounts.text.ts'
import type { Role } from '../accounts/reach-words.part.tsx'
import { emptyDraft, inputOf } from './account-draft.part.tsx'
import { createAccount } from './create-account.contract.ts'
import { CreateAccountForm } from './create-account-form.part.tsx'
import { type Handed, HandOver } from './hand-over.part.tsx'

/** The dialog in which an account is made; closed and opened again it still holds what was typed. Ends with what to hand over. */
export function CreateAccount(props: {
  readonly opened: boolean
  readonly roles: readonly Role[]
  readonly onClose: () => void
}) {
  const t = useText(accountsTexts)
  const [handed, setHanded] = useState<Handed | null>(null)
  const form = useContractForm(createAccount, {
    initial: emptyDraft,
    input: inputOf,
    onDone: () => {
      setHanded(form.fields.getValues())
      void form.startOver()
    },
  })

  function close(): void {
    props.onClose()
    setHanded(null)
  }

  return (
    <Dialog opened={props.opened} size="lg" title={t(handed ? 'done.title' : 'create.title')} onClose={close}>
      {handed ? <HandOver handed={handed} onClose={close} /> : <CreateAccountForm form={form} roles={props.roles} />}
    </Dialog>
  )
}
