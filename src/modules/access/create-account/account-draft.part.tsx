import type { InputOf } from '#kernel/contract/contract.ts'
import type { UnitChoice } from '#kernel/web/module.ts'
import type { createAccount } from './create-account.contract.ts'

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

/** Nothing typed yet. */
export const emptyDraft: AccountDraft = {
  displayName: '',
  username: '',
  password: '',
  role: '',
  reach: 'one',
  unitId: null,
  below: false,
  origin: '',
}

/** The command's input. An empty choice is no value, so that the contract itself says that it is missing. */
export function inputOf({ reach, unitId, role, below, ...rest }: AccountDraft): InputOf<typeof createAccount> {
  const unit = reach === 'whole' ? null : (unitId?.id ?? '')
  return {
    ...rest,
    role: (role || undefined) as string,
    unitId: unit,
    reach: reach === 'whole' || below ? 'below' : 'own',
  }
}
