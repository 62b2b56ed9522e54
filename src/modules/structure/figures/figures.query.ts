import { handle } from '#kernel/server/handle.ts'
import { believed } from '../known.read.ts'
import { figures } from './figures.contract.ts'
import { countByType, coverageOn, isKnown, listMeasures, listPublished, measureFrom } from './figures.read.ts'

export default handle(figures, async (work, { unitId, knownOn }) => {
  const { asOf, missing } = work
  const db = await believed(work, knownOn)
  if (!(await isKnown(db, unitId))) missing()
  const counts = (await countByType(db, unitId, [asOf])).get(asOf)!
  const covered = (await coverageOn(db, unitId, [asOf])).get(asOf)
  const measures = await listMeasures(db)
  return {
    unitId,
    asOf,
    byType: counts.map(({ type, direct, below, belowInvented }) => ({
      type,
      direct: covered?.directly ? direct : null,
      below: covered?.below ? below : null,
      invented: belowInvented > 0,
    })),
    measures: measures.map((measure) => {
      const computed = measureFrom(counts, measure, covered)
      return { measure: measure.code, computed: computed?.value ?? null, invented: computed?.invented ?? false }
    }),
    published: await listPublished(db, unitId),
  }
})
