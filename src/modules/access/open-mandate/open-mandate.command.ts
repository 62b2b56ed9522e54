import { sql } from 'kysely'
import { addDays } from '#kernel/contract/dates.ts'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { json, period } from '#kernel/db/fragments.ts'
import { handle } from '#kernel/server/handle.ts'
import { whyNotDays } from '../grant/grant.rules.ts'
import { writeGrant } from '../grant/grant.write.ts'
import { openMandate } from './open-mandate.contract.ts'

/** Nobody keeps a reading from the person concerned longer than this after the mandate's end. */
const longestSilence = 90

/** The role by which the team reads. */
const role = 'inspection_officer'

export default handle(
  openMandate,
  async (work, { kind, name, document, unitId, reach, from, until, shownOn, team }) => {
    const wrong = whyNotDays({ from, until }, work.today)
    if (wrong) return work.refuse(wrong)
    if (shownOn < from || shownOn > addDays(until, longestSilence))
      return work.refuse('shown_too_late', { days: longestSilence })
    if (team.includes(work.actor!.accountId)) return work.refuse('not_to_oneself')
    const members = [...new Set(team)]
    const known = await work.db
      .selectFrom('access.account')
      .select('id')
      .where(sql<boolean>`id = any(${members}::uuid[])`)
      .execute()
    if (known.length !== members.length) return work.refuse('unknown_account')
    const mandateId = uuidv7()
    const valid = { from, until }
    await work.db
      .insertInto('access.mandate')
      .values({
        id: mandateId,
        kind,
        name,
        document: json(document),
        unit_id: unitId,
        valid_at: period(valid),
        shown_on: shownOn,
      })
      .execute()
    const grant = { role, unitId, reach, valid, originKind: 'mandate', origin: name, document, mandateId } as const
    for (const accountId of members) await writeGrant(work.db, { ...grant, accountId })
    work.record({
      subjects: [`mandate:${mandateId}`, ...members.map((id) => `account:${id}`)],
      units: [unitId],
      after: { kind, name, from, until, shownOn },
      ground: document,
    })
    return { mandateId }
  },
)
