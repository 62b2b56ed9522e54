import { handle } from '#kernel/server/handle.ts'
import { figures } from './figures.contract.ts'
import { countByType, coveredDays, listMeasures, listPublished, measureFrom } from './figures.read.ts'

export default handle(figures, async ({ db, asOf, missing }, { unitId }) => {
  const known = await db.selectFrom('structure.unit').select('id').where('id', '=', unitId).executeTakeFirst()
  if (!known) missing()
  const byType = (await countByType(db, unitId, [asOf])).get(asOf)!
  const covered = (await coveredDays(db, unitId, [asOf])).has(asOf)
  const measures = await listMeasures(db)
  return {
    unitId,
    asOf,
    byType,
    measures: measures.map((m) => ({ measure: m.code, computed: covered ? measureFrom(byType, m) : null })),
    published: await listPublished(db, unitId),
  }
})
