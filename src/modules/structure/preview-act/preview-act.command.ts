import { addDays } from '#kernel/contract/dates.ts'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { handle } from '#kernel/server/handle.ts'
import { mayMakeItsRoots } from '../acts/carry-out.write.ts'
import { effectOf } from '../acts/effect.read.ts'
import { findAct, unitsOfAct } from '../acts/entered-act.read.ts'
import type { Participants } from '../acts/participant.write.ts'
import { rehearse } from '../acts/rehearse.read.ts'
import { previewAct } from './preview-act.contract.ts'

export default (participants: Participants) =>
  handle(previewAct, async (work, { act, corrects, allocation }) => {
    if (!(await mayMakeItsRoots(work, act))) work.refuse('root_needs_whole_reach')
    const replaced = corrects ? ((await findAct(work.db, corrects)) ?? work.missing()) : null
    if (replaced && replaced.enteredBy === null) work.refuse('came_with_a_history')
    if (replaced)
      await work.assertReach((await unitsOfAct(work.db, replaced.id)).others, addDays(replaced.effective, -1))
    const trial = { id: replaced?.id ?? uuidv7(), act, replaced, allocation }
    return effectOf(work, trial, await rehearse(work, trial, participants))
  })
