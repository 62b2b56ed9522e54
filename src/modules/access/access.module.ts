import type { Contract } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import type { Engine } from '#kernel/db/engine.ts'
import type { Module } from '#kernel/server/module.ts'
import type { TermsFile } from '#modules/structure/index.server.ts'
import { accessTexts } from './access.text.ts'
import account from './account/account.query.ts'
import accounts from './accounts/accounts.query.ts'
import changePassword from './change-password/change-password.command.ts'
import createAccount from './create-account/create-account.command.ts'
import endGrant from './end-grant/end-grant.command.ts'
import giveGrant from './give-grant/give-grant.command.ts'
import handOn from './hand-on/hand-on.command.ts'
import journal from './journal/journal.query.ts'
import type { Library } from './library.write.ts'
import loadRoles from './load-roles/load-roles.command.ts'
import type { RolesFile } from './load-roles/roles-file.contract.ts'
import resetPassword from './reset-password/reset-password.command.ts'
import rolesQuery from './roles/roles.query.ts'
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
  /** The role sets a new installation begins with. */
  readonly roles: () => RolesFile
  readonly contracts: () => readonly Contract[]
  readonly titleOf: (capability: string) => Sentence
  readonly demoPeople: readonly DemoPerson[]
  readonly sealKey: string | undefined
  /** Keys what is kept of names that were typed. */
  readonly secret: string
}

export function access(options: AccessOptions): Module {
  const { engine, library, terms, roles } = options
  const rootTypes = (today: PlainDate) => rootTypesOn(terms().types, today).map(({ code, name }) => ({ code, name }))
  return {
    name: 'access',
    handlers: [
      signIn(engine, library, options.secret),
      signOut(library),
      changePassword(library),
      whoAmI({ engine: engine.kind, contracts: options.contracts, demoPeople: options.demoPeople }),
      setUp({ code: options.setUpCode, terms, roles }),
      setUpState(rootTypes, options.setUpCode),
      journal(options.titleOf),
      verifyJournal(engine, options.sealKey),
      accounts,
      account,
      rolesQuery,
      createAccount,
      giveGrant,
      endGrant,
      handOn,
      loadRoles(options.contracts),
      resetPassword(options.secret),
    ],
    texts: accessTexts,
  }
}
