import { uuidv7 } from '#kernel/contract/ids.ts'
import { mayAttach } from '#kernel/server/attach.ts'
import { handle } from '#kernel/server/handle.ts'
import { declareFigure } from './declare-figure.contract.ts'
import { livesOn } from './lives-on.read.ts'

export default handle(declareFigure, async (work, input) => {
  const { db } = work
  if (input.asOfDate.on > work.today) work.refuse('date_in_future')
  const measure = await db
    .selectFrom('structure.measure')
    .select('code')
    .where('code', '=', input.measure)
    .executeTakeFirst()
  if (!measure) work.refuse('unknown_measure')
  if (!(await livesOn(db, input.unitId, input.asOfDate.on))) work.refuse('unit_did_not_live')
  if (input.fileId && !(await mayAttach(work.tx, input.fileId, declareFigure.name, work.actor!.accountId)))
    work.refuse('unknown_file')
  const id = uuidv7()
  const source = `entered:${id}`
  await db
    .insertInto('structure.source')
    .values({
      code: source,
      title_vi: input.sourceTitle,
      title_en: input.sourceTitle,
      grade: 'entered',
      address: input.sourceAddress ?? null,
    })
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
      file_id: input.fileId ?? null,
    })
    .execute()
  work.record({
    units: [input.unitId],
    subjects: [`figure:${id}`, `unit:${input.unitId}`],
    after: input,
    ground: input.sourceTitle,
  })
  return { id }
})
