import { addDays } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import { effectOf } from '../acts/effect.read.ts'
import { findAct, unitsOfAct } from '../acts/entered-act.read.ts'
import type { Participants } from '../acts/participant.write.ts'
import { rehearseWithdrawal, withdrawalOf } from '../acts/withdrawal.read.ts'
import { previewUndo } from './preview-undo.contract.ts'

export default (participants: Participants) =>
  handle(previewUndo, async (work, { actId }) => {
    const act = (await findAct(work.db, actId)) ?? work.missing()
    if (act.enteredBy === null) work.refuse('came_with_a_history')
    if (act.revoked) work.refuse('revoked_already')
    await work.assertReach((await unitsOfAct(work.db, actId)).others, addDays(act.effective, -1))
    return effectOf(work, withdrawalOf(act), await rehearseWithdrawal(work, act, participants))
  })
