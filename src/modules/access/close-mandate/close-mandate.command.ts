import { sql } from 'kysely'
import { handle } from '#kernel/server/handle.ts'
import { cutGrant } from '../grant/cut.write.ts'
import { closeMandate } from './close-mandate.contract.ts'

export default handle(closeMandate, async (work, { mandateId, reason }) => {
  const mandate = await work.db.selectFrom('access.mandate').selectAll().where('id', '=', mandateId).executeTakeFirst()
  if (!mandate) return work.missing()
  await work.assertReach([mandate.unit_id])
  const { from, until } = mandate.valid_at
  if (until !== null && until <= work.today) return work.refuse('ended_already')
  const grants = await work.db
    .selectFrom('access.held_grant')
    .select('id')
    .where('mandate_id', '=', mandateId)
    .execute()
  for (const { id } of grants) await cutGrant(work.db, id, work.today)
  // A mandate that never began keeps its first day: a period holds a day, and what it was stays to be read.
  await work.db
    .updateTable('access.mandate')
    .set({
      valid_at: sql`case when ${work.today}::date > lower(valid_at) then daterange(lower(valid_at), ${work.today}::date) else valid_at end`,
      shown_on: sql`least(shown_on, ${work.today}::date)`,
    })
    .where('id', '=', mandateId)
    .execute()
  work.record({
    subjects: [`mandate:${mandateId}`],
    units: [mandate.unit_id],
    before: { from, until },
    after: { until: work.today },
    ground: { reason },
  })
  return {}
})
