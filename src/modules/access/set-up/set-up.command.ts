import { json } from '#kernel/db/fragments.ts'
import { handle } from '#kernel/server/handle.ts'
import { establishRoot, type TermsFile, writeTerms } from '#modules/structure/index.server.ts'
import { writeAccount } from '../account.write.ts'
import { writeGrant } from '../grant/grant.write.ts'
import { writeRoles } from '../load-roles/load-roles.write.ts'
import type { RolesFile } from '../load-roles/roles-file.contract.ts'
import { sameCode } from './code.read.ts'
import { setUpCodes } from './limit.read.ts'
import { rootTypesOn } from './root-types.read.ts'
import { setUp } from './set-up.contract.ts'

interface Around {
  /** The one-time code printed at the start; null when the set-up is done. */
  code: () => string | null
  terms: () => TermsFile
  roles: () => RolesFile
}

export default ({ code, terms, roles }: Around) =>
  handle(
    setUp,
    async (work, { code: given, organisation, administrator, alsoOrganisation }) => {
      const done = await work.tx
        .selectFrom('kernel.setting')
        .select('key')
        .where('key', '=', 'organisation')
        .executeTakeFirst()
      const expected = code()
      if (done || expected === null) return work.refuse('set_up_already')
      if (!sameCode(given, expected)) work.refuse('wrong_code')
      if (organisation.since > work.today) work.refuse('date_in_future')
      const frame = terms()
      if (!rootTypesOn(frame.types, work.today).some((type) => type.code === organisation.type)) {
        work.refuse('unknown_type')
      }
      // First of all the place that only one set-up can take: of two at the same moment the other meets it here.
      await work.tx
        .insertInto('kernel.setting')
        .values({ key: 'organisation', value: json({}) })
        .execute()
      await writeTerms(work.tx, frame)
      const organisationId = await establishRoot(work.tx, {
        ...organisation,
        shortName: organisation.shortName ?? null,
      })
      await writeRoles(work.db, roles())
      const accountId = await writeAccount(work.db, administrator)
      const first = {
        accountId,
        unitId: null,
        reach: 'below',
        originKind: 'appointment',
        origin: 'Thiết lập ban đầu',
      } as const
      const valid = { from: work.today, until: null }
      await writeGrant(work.db, { ...first, role: 'administrator', valid })
      if (alsoOrganisation) await writeGrant(work.db, { ...first, role: 'organisation_officer', valid })
      await work.tx
        .updateTable('kernel.setting')
        .set({ value: json({ unitId: organisationId }) })
        .where('key', '=', 'organisation')
        .execute()
      work.record({
        units: [organisationId],
        subjects: [`unit:${organisationId}`, `account:${accountId}`],
        after: organisation,
      })
      return { organisationId }
    },
    {
      limit: { limit: setUpCodes, failing: 'wrong_code' },
      constraints: {
        account_username_key: 'name_taken',
        account_email_key: 'name_taken',
        setting_pkey: 'set_up_already',
      },
    },
  )
