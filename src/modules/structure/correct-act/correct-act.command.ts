import { addDays } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import { unitsIn } from '#kernel/server/parse.ts'
import { carryOut, constraints, entryOf, issuesOf, mayMakeItsRoots } from '../acts/carry-out.write.ts'
import { findAct, inputOf, unitsOfAct } from '../acts/entered-act.read.ts'
import type { Participants } from '../acts/participant.write.ts'
import { rehearse } from '../acts/rehearse.read.ts'
import { enterAct } from '../enter-act/enter-act.contract.ts'
import { takeFence } from '../write-acts.write.ts'
import { correctAct } from './correct-act.contract.ts'

export default (participants: Participants) =>
  handle(
    correctAct,
    async (work, { actId, version, act, allocation, reason }) => {
      await takeFence(work.db)
      const replaced = (await findAct(work.db, actId)) ?? work.missing()
      const { opened, others } = await unitsOfAct(work.db, actId)
      // At both ends of what was entered, and of what takes its place.
      const named = unitsIn(enterAct, { act }).filter((id) => !opened.includes(id))
      await work.assertReach([...new Set([...others, ...named])], addDays(replaced.effective, -1))
      if (replaced.enteredBy === null) work.refuse('came_with_a_history')
      if (replaced.revoked) work.refuse('revoked_already')
      const before = await inputOf(work.db, actId)
      if (replaced.version !== version) work.conflict({ act: before, version: replaced.version })
      if (!(await mayMakeItsRoots(work, act))) work.refuse('root_needs_whole_reach')
      const trial = { id: actId, act, replaced, allocation }
      const rehearsed = await rehearse(work, trial, participants)
      if (rehearsed.blocks.length > 0) work.refuse('blocked', { count: rehearsed.blocks.length }, issuesOf(rehearsed))
      await carryOut(work, trial, rehearsed, participants)
      work.record({
        ...entryOf(actId, act, rehearsed.plan),
        before,
        after: act,
        ground: { decision: act.decision, reason },
      })
      return { version: work.entry! }
    },
    { constraints },
  )
