import type { Instant } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import { inputOf } from '../acts/entered-act.read.ts'
import { act } from './act.contract.ts'
import { tellAct } from './act.read.ts'

/** What a person may do with an act, as buttons. */
const offered = ['structure.correct-act', 'structure.undo-act', 'structure.revoke-act']

export default handle(act, async (work, { actId }) => {
  const { db } = work
  const told = (await tellAct(db, actId)) ?? work.missing()
  const row = await db
    .selectFrom('structure.act')
    .select(['entry', 'entered_by', 'known_from'])
    .where('id', '=', actId)
    .executeTakeFirstOrThrow()
  return {
    ...told,
    version: row.entry ?? 0,
    enteredBy: row.entered_by,
    enteredAt: row.known_from as Instant,
    input: told.revoked ? null : await inputOf(db, actId),
    may: row.entered_by === null || told.revoked ? [] : offered.filter((capability) => work.may(capability)),
  }
})
