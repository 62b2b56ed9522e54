import { uuidv7 } from '#kernel/contract/ids.ts'
import { handle } from '#kernel/server/handle.ts'
import { carryOut, constraints, entryOf, issuesOf, mayMakeItsRoots } from '../acts/carry-out.write.ts'
import type { Participants } from '../acts/participant.write.ts'
import { rehearse } from '../acts/rehearse.read.ts'
import { takeFence } from '../write-acts.write.ts'
import { enterAct } from './enter-act.contract.ts'

export default (participants: Participants) =>
  handle(
    enterAct,
    async (work, { act, allocation }) => {
      await takeFence(work.db)
      if (!(await mayMakeItsRoots(work, act))) work.refuse('root_needs_whole_reach')
      const trial = { id: uuidv7(), act, replaced: null, allocation }
      const rehearsed = await rehearse(work, trial, participants)
      if (rehearsed.blocks.length > 0) work.refuse('blocked', { count: rehearsed.blocks.length }, issuesOf(rehearsed))
      await carryOut(work, trial, rehearsed, participants)
      work.record(entryOf(trial.id, act, rehearsed.plan))
      return { actId: trial.id, version: work.entry! }
    },
    { constraints },
  )
