import { handle } from '#kernel/server/handle.ts'
import { livesOn } from '../declare-figure/lives-on.read.ts'
import { amendFigure } from './amend-figure.contract.ts'

export default handle(amendFigure, async (work, input) => {
  const { db } = work
  const figure = await db
    .selectFrom('structure.published_figure as f')
    .innerJoin('structure.source as s', 's.code', 'f.source')
    .select([
      'f.value',
      'f.qualifier',
      'f.as_of_on',
      'f.as_of_precision',
      'f.definition_vi',
      'f.as_written',
      'f.entry',
      's.grade',
    ])
    .where('f.id', '=', input.figureId)
    .where('f.unit_id', '=', input.unitId)
    .forUpdate('f')
    .executeTakeFirst()
  if (!figure) return work.missing()
  if (figure.grade !== 'entered') work.refuse('came_with_a_history')
  const { grade: _grade, entry, ...before } = figure
  if (entry !== input.version) work.conflict({ ...before, version: entry })
  if (input.asOfDate.on > work.today) work.refuse('date_in_future')
  if (!(await livesOn(db, input.unitId, input.asOfDate.on))) work.refuse('unit_did_not_live')
  const after = {
    value: input.value,
    qualifier: input.qualifier,
    as_of_on: input.asOfDate.on,
    as_of_precision: input.asOfDate.precision,
    definition_vi: input.definition,
    definition_en: input.definition,
    as_written: input.asWritten ?? null,
  }
  await db.updateTable('structure.published_figure').set(after).where('id', '=', input.figureId).execute()
  work.record({ units: [input.unitId], subjects: [`figure:${input.figureId}`, `unit:${input.unitId}`], before, after })
  return { version: work.entry! }
})
