import { sql } from 'kysely'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { handle } from '#kernel/server/handle.ts'
import { declareFigure } from './declare-figure.contract.ts'

export default handle(declareFigure, async (work, input) => {
  const { db } = work
  if (input.asOfDate.on > work.today) work.refuse('date_in_future')
  const measure = await db.selectFrom('structure.measure').select('code').where('code', '=', input.measure).executeTakeFirst()
  if (!measure) work.refuse('unknown_measure')
  const alive = await db
    .selectFrom('structure.unit')
    .select('id')
    .where('id', '=', input.unitId)
    .where(sql<boolean>`life @> ${input.asOfDate.on}::date`)
    .executeTakeFirst()
  if (!alive) work.refuse('unit_did_not_live')
  const id = uuidv7()
  const source = `entered:${id}`
  await db
    .insertInto('structure.source')
    .values({ code: source, title_vi: input.sourceTitle, title_en: input.sourceTitle, grade: 'entered', address: input.sourceAddress ?? null })
    .execute()
  await db
    .insertInto('structure.published_figure')
    .values({
      id,
      unit_id: input.unitId,
      measure: input.measure,
      value: input.value,
      qualifier: input.qualifier,
      as_of_on: input.asOfDate.on,
      as_of_precision: input.asOfDate.precision,
      definition_vi: input.definition,
      definition_en: input.definition,
      as_written: input.asWritten ?? null,
      source,
    })
    .execute()
  work.record({ units: [input.unitId], subjects: [`figure:${id}`, `unit:${input.unitId}`], after: input, ground: input.sourceTitle })
  return { id }
})
