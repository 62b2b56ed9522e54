import type { Contract } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import type { Verified } from '#kernel/contract/verified.ts'
import type { Engine } from '#kernel/db/engine.ts'
import type { Module } from '#kernel/server/module.ts'
import type { TermsFile } from '#modules/structure/index.server.ts'
import { accessTexts } from './access.text.ts'
import accounts from './accounts/accounts.query.ts'
import changePassword from './change-password/change-password.command.ts'
import createAccount from './create-account/create-account.command.ts'
import eraseValues from './erase-values/erase-values.command.ts'
import journal from './journal/journal.query.ts'
import type { Library } from './library.write.ts'
import resetPassword from './reset-password/reset-password.command.ts'
import { rootTypesOn } from './set-up/root-types.read.ts'
import setUp from './set-up/set-up.command.ts'
import setUpState from './set-up-state/set-up-state.query.ts'
import signIn from './sign-in/sign-in.command.ts'
import signOut from './sign-out/sign-out.command.ts'
import verifyJournal from './verify-journal/verify-journal.query.ts'
import whoAmI, { type DemoPerson } from './who-am-i/who-am-i.query.ts'

/** What access needs from the start of the product. */
export interface AccessOptions {
  readonly engine: Engine
  readonly library: Library
  /** The one-time code of the set-up; null when it is done. */
  readonly setUpCode: () => string | null
  /** The frame a new installation begins with. */
  readonly terms: () => TermsFile
  readonly contracts: () => readonly Contract[]
  readonly titleOf: (capability: string) => Sentence
  readonly demoPeople: readonly DemoPerson[]
  /** Verifies the whole journal with the keys and the seal file of this process. */
  readonly verify: () => Promise<Verified>
  /** Keys what is kept of names that were typed. */
  readonly secret: string
}

export function access(options: AccessOptions): Module {
  const { engine, library, terms } = options
  const rootTypes = (today: PlainDate) => rootTypesOn(terms().types, today).map(({ code, name }) => ({ code, name }))
  return {
    name: 'access',
    handlers: [
      signIn(engine, library, options.secret),
      signOut(library),
      changePassword(library),
      whoAmI({ engine: engine.kind, contracts: options.contracts, demoPeople: options.demoPeople }),
      setUp({ code: options.setUpCode, terms }),
      setUpState(rootTypes, options.setUpCode),
      journal(options.titleOf),
      verifyJournal(options.verify),
      eraseValues,
      accounts,
      createAccount,
      resetPassword(options.secret),
    ],
    texts: accessTexts,
  }
}
