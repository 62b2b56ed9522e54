import type { Contract } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import type { Verified } from '#kernel/contract/verified.ts'
import type { Engine } from '#kernel/db/engine.ts'
import type { Tries } from '#kernel/server/limits.ts'
import type { Module } from '#kernel/server/module.ts'
import type { TermsFile } from '#modules/structure/index.server.ts'
import { accessTexts } from './access.text.ts'
import account from './account/account.query.ts'
import accounts from './accounts/accounts.query.ts'
import attempts from './attempts/attempts.query.ts'
import changePassword from './change-password/change-password.command.ts'
import changeTeam from './change-team/change-team.command.ts'
import closeCompartment from './close-compartment/close-compartment.command.ts'
import closeMandate from './close-mandate/close-mandate.command.ts'
import compartment from './compartment/compartment.query.ts'
import compartments from './compartments/compartments.query.ts'
import createAccount from './create-account/create-account.command.ts'
import endGrant from './end-grant/end-grant.command.ts'
import eraseValues from './erase-values/erase-values.command.ts'
import { forgetOldLogs } from './forget.job.ts'
import giveGrant from './give-grant/give-grant.command.ts'
import handOn from './hand-on/hand-on.command.ts'
import journal from './journal/journal.query.ts'
import type { Library } from './library.write.ts'
import loadRoles from './load-roles/load-roles.command.ts'
import type { RolesFile } from './load-roles/roles-file.contract.ts'
import mandates from './mandates/mandates.query.ts'
import openCompartment from './open-compartment/open-compartment.command.ts'
import openMandate from './open-mandate/open-mandate.command.ts'
import ownRights from './own-rights/own-rights.query.ts'
import readings from './readings/readings.query.ts'
import readingsOfMe from './readings-of-me/readings-of-me.query.ts'
import { accessRecords } from './records.read.ts'
import resetPassword from './reset-password/reset-password.command.ts'
import rolesQuery from './roles/roles.query.ts'
import { rootTypesOn } from './set-up/root-types.read.ts'
import setUp from './set-up/set-up.command.ts'
import setUpState from './set-up-state/set-up-state.query.ts'
import signIn from './sign-in/sign-in.command.ts'
import signOut from './sign-out/sign-out.command.ts'
import verifyJournal from './verify-journal/verify-journal.query.ts'
import whoAmI, { type DemoPerson } from './who-am-i/who-am-i.query.ts'
import whoCanSee from './who-can-see/who-can-see.query.ts'

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
  /** Kinds of records of all modules. */
  readonly records: () => NonNullable<Module['records']>
  readonly today: () => Promise<PlainDate>
  readonly titleOf: (capability: string) => Sentence
  readonly demoPeople: readonly DemoPerson[]
  readonly tries: Tries
  /** Verifies the whole journal with the keys and the seal file of this process. */
  readonly verify: () => Promise<Verified>
}

export function access(options: AccessOptions): Module {
  const { engine, library, terms, roles } = options
  const rootTypes = (today: PlainDate) => rootTypesOn(terms().types, today).map(({ code, name }) => ({ code, name }))
  return {
    name: 'access',
    handlers: [
      signIn(library, options.tries),
      signOut(library),
      changePassword(library),
      whoAmI({ engine: engine.kind, contracts: options.contracts, demoPeople: options.demoPeople }),
      setUp({ code: options.setUpCode, terms, roles }),
      setUpState(rootTypes, options.setUpCode),
      journal(options.titleOf),
      verifyJournal(options.verify),
      eraseValues,
      accounts,
      account,
      rolesQuery,
      createAccount,
      giveGrant,
      endGrant,
      handOn,
      loadRoles(options.contracts),
      readings(options.titleOf),
      readingsOfMe(options.titleOf),
      attempts(options.titleOf),
      openMandate,
      closeMandate,
      mandates,
      openCompartment,
      compartments,
      compartment,
      changeTeam,
      closeCompartment,
      ownRights(options.contracts),
      whoCanSee(options.contracts, options.records),
      resetPassword(options.tries),
    ],
    texts: accessTexts,
    records: accessRecords,
    jobs: [forgetOldLogs(engine, options.today)],
  }
}
