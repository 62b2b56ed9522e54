import { sql } from 'kysely'
import { handle } from '#kernel/server/handle.ts'
import { readTeam } from '../compartments/team.read.ts'
import { endTeam } from '../compartments/team.write.ts'
import { closeCompartment } from './close-compartment.contract.ts'

export default handle(closeCompartment, async (work, { compartmentId }) => {
  const { team } = await readTeam(work.db, compartmentId, work.today)
  const me = work.actor!.accountId
  if (!team.some(({ accountId, part }) => accountId === me && part === 'head')) return work.refuse('only_a_head')
  const ids = await work.db
    .selectFrom('access.compartment')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', compartmentId), eb('within', '=', compartmentId)]))
    .execute()
  for (const { id } of ids) await endTeam(work.db, id, work.today)
  // One opened today keeps its day, without anybody on its team.
  await work.db
    .updateTable('access.compartment')
    .set({ valid_at: sql`daterange(lower(valid_at), greatest(${work.today}::date, lower(valid_at) + 1))` })
    .where((eb) => eb.or([eb('id', '=', compartmentId), eb('within', '=', compartmentId)]))
    .where(sql<boolean>`coalesce(upper(valid_at), 'infinity') > ${work.today}::date`)
    .execute()
  work.record({ subjects: [`compartment:${compartmentId}`] })
  return {}
})
