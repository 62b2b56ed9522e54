import { useState } from 'react'
import type { InputOf } from '#kernel/contract/contract.ts'
import { useText } from '#kernel/web/language.ts'
import type { UnitChoice } from '#kernel/web/module.ts'
import { Dialog } from '#kernel/web/parts/dialog.part.tsx'
import { useContractForm } from '#kernel/web/parts/use-contract-form.ts'
import { accountsTexts } from '../accounts/accounts.text.ts'
import type { Role } from '../accounts/reach-words.part.tsx'
import { createAccount } from './create-account.contract.ts'
import { CreateAccountForm } from './create-account-form.part.tsx'
import { type Handed, HandOver } from './hand-over.part.tsx'

/** What is typed while an account is made. */
export type AccountDraft = {
  displayName: string
  username: string
  password: string
  role: string
  reach: 'one' | 'whole'
  unitId: UnitChoice | null
  below: boolean
  origin: string
}

const empty: AccountDraft = {
  displayName: '',
  username: '',
  password: '',
  role: '',
  reach: 'one',
  unitId: null,
  below: false,
  origin: '',
}

/** An empty choice is no value, so that the contract itself says that it is missing. */
function inputOf({ reach, unitId, role, ...rest }: AccountDraft): InputOf<typeof createAccount> {
  const unit = reach === 'whole' ? null : (unitId?.id ?? '')
  return { ...rest, role: (role || undefined) as string, unitId: unit, below: reach === 'whole' || rest.below }
}

/** The dialog in which an account is made; closed and opened again it still holds what was typed. Ends with what to hand over. */
export function CreateAccount(props: {
  readonly opened: boolean
  readonly roles: readonly Role[]
  readonly onClose: () => void
}) {
  const t = useText(accountsTexts)
  const [handed, setHanded] = useState<Handed | null>(null)
  const form = useContractForm(createAccount, {
    initial: empty,
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
