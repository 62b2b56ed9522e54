import { sql } from 'kysely'
import { handle } from '#kernel/server/handle.ts'
import { compartments } from './compartments.contract.ts'
import { showCompartments } from './shown-compartments.read.ts'

export default handle(compartments, async (work) => {
  const rows = await work.db.selectFrom('access.compartment').selectAll().orderBy('id', 'desc').execute()
  const parts = await work.db
    .selectFrom('access.compartment_team')
    .select(['compartment_id', 'part'])
    .where('account_id', '=', work.actor!.accountId)
    .where(sql<boolean>`valid_at @> ${work.today}::date`)
    .execute()
  const shown = await showCompartments(work.tx, rows, work.today)
  return {
    compartments: shown.map((one) => ({
      ...one,
      part: parts.find(({ compartment_id }) => compartment_id === one.id)?.part as 'head' | 'member',
    })),
    may: work.may('access.open-compartment') ? (['access.open-compartment'] as const).slice() : [],
  }
})
