import { sql } from 'kysely'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { json, period } from '#kernel/db/fragments.ts'
import { handle } from '#kernel/server/handle.ts'
import { whyNotTeam } from '../compartments/team.rules.ts'
import { whyNotDays } from '../grant/grant.rules.ts'
import { openCompartment } from './open-compartment.contract.ts'

export default handle(
  openCompartment,
  async (work, { kind, name, unitId, within, document, until, team, subjects }) => {
    const me = work.actor!.accountId
    const wrong = whyNotDays({ from: work.today, until }, work.today) ?? whyNotTeam(team, subjects)
    if (wrong) return work.refuse(wrong)
    if (subjects.includes(me)) return work.refuse('opened_by_its_subject')
    if (within !== null && !work.actor!.compartments.includes(within)) return work.refuse('not_of_the_team')
    const people = [...new Set([...team.map(({ accountId }) => accountId), ...subjects])]
    const known = await work.db
      .selectFrom('access.account')
      .select('id')
      .where(sql<boolean>`id = any(${people}::uuid[])`)
      .execute()
    if (known.length !== people.length) return work.refuse('unknown_account')
    const compartmentId = uuidv7()
    const valid = period({ from: work.today, until })
    await work.db
      .insertInto('access.compartment')
      .values({ id: compartmentId, kind, name, unit_id: unitId, within, document: json(document), valid_at: valid })
      .execute()
    await work.db
      .insertInto('access.compartment_team')
      .values(
        team.map(({ accountId, part }) => ({
          compartment_id: compartmentId,
          account_id: accountId,
          part,
          valid_at: valid,
        })),
      )
      .execute()
    for (const accountId of new Set(subjects)) {
      await work.db
        .insertInto('access.compartment_subject')
        .values({ compartment_id: compartmentId, account_id: accountId })
        .execute()
    }
    // No unit: that a case is open in a unit is told to nobody but its team and the overseer.
    work.record({ subjects: [`compartment:${compartmentId}`], after: { kind } })
    return { compartmentId }
  },
)
