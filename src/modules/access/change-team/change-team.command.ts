import { sql } from 'kysely'
import { period } from '#kernel/db/fragments.ts'
import { handle } from '#kernel/server/handle.ts'
import { readTeam } from '../compartments/team.read.ts'
import { whyNotTeam } from '../compartments/team.rules.ts'
import { endTeam } from '../compartments/team.write.ts'
import { changeTeam } from './change-team.contract.ts'

export default handle(
  changeTeam,
  async (work, { compartmentId, joins, leaves }) => {
    const { until, team, subjects } = await readTeam(work.db, compartmentId, work.today)
    const me = work.actor!.accountId
    if (!team.some(({ accountId, part }) => accountId === me && part === 'head')) return work.refuse('only_a_head')
    const stay = team.filter(({ accountId }) => !leaves.includes(accountId))
    const why = whyNotTeam([...stay, ...joins], subjects)
    if (why) return work.refuse(why)
    const known = await work.db
      .selectFrom('access.account')
      .select('id')
      .where(sql<boolean>`id = any(${joins.map(({ accountId }) => accountId)}::uuid[])`)
      .execute()
    if (known.length !== new Set(joins.map(({ accountId }) => accountId)).size) return work.refuse('unknown_account')
    for (const accountId of leaves) await endTeam(work.db, compartmentId, work.today, accountId)
    for (const { accountId, part } of joins) {
      await work.db
        .insertInto('access.compartment_team')
        .values({
          compartment_id: compartmentId,
          account_id: accountId,
          part,
          valid_at: period({ from: work.today, until }),
        })
        .execute()
    }
    work.record({ subjects: [`compartment:${compartmentId}`], after: { joined: joins.length, left: leaves.length } })
    return {}
  },
  { constraints: { compartment_team_pkey: 'on_the_team_already' } },
)
